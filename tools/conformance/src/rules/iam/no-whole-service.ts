import { allowed, IDENTITY_POLICIES } from "../../identity-policy";
import type { Rule } from "../../rule";

export const noWholeService: Rule = {
  id: "iam/no-whole-service",
  controls: { "FSBP:IAM.21": "LOW" },
  requirement: "No policy allows all actions of a service.",
  subjects: IDENTITY_POLICIES,
  judge: (resource) =>
    !allowed(resource).some(
      (statement) => statement.actions.some((action) => action === "*" || action.endsWith(":*")),
    ),
};
