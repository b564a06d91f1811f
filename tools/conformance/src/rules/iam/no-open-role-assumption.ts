import { allowed, IDENTITY_POLICIES } from "../../identity-policy";
import { coversAction } from "../../policy-document";
import type { Rule } from "../../rule";

export const noOpenRoleAssumption: Rule = {
  id: "iam/no-open-role-assumption",
  controls: { "prowler:iam_no_custom_policy_permissive_role_assumption": "HIGH" },
  requirement: "No policy assumes every role.",
  subjects: IDENTITY_POLICIES,
  judge: (resource) =>
    !allowed(resource).some((statement) => statement.resources.includes("*") && coversAction(statement, "sts:AssumeRole")),
};
