import { allowed, IDENTITY_POLICIES } from "../../identity-policy";
import { coversAction } from "../../policy-document";
import type { Rule } from "../../rule";

export const passRoleRestricted: Rule = {
  id: "iam/pass-role-restricted",
  controls: { "AWS-0342": "MEDIUM" },
  requirement: "Roles are only passed on by name.",
  subjects: IDENTITY_POLICIES,
  judge: (resource) => !allowed(resource).some((statement) => statement.resources.includes("*") && coversAction(statement, "iam:PassRole")),
};
