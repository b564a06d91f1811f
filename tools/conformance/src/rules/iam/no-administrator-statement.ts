import { allowed, IDENTITY_POLICIES } from "../../identity-policy";
import type { Rule } from "../../rule";

export const noAdministratorStatement: Rule = {
  id: "iam/no-administrator-statement",
  controls: { "FSBP:IAM.1": "HIGH" },
  requirement: "No policy allows every action on everything.",
  subjects: IDENTITY_POLICIES,
  judge: (resource) => !allowed(resource).some((statement) => statement.actions.includes("*") && statement.resources.includes("*")),
};
