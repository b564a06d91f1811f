import { attachedPolicies, ATTACHMENTS } from "../../identity-policy";
import type { Rule } from "../../rule";

export const noAdministratorAccess: Rule = {
  id: "iam/no-administrator-access",
  controls: { "CKV_AWS_274": "HIGH" },
  requirement: "AdministratorAccess is not attached.",
  subjects: ATTACHMENTS,
  judge: (resource) => !attachedPolicies(resource).some((arn) => arn.endsWith(":aws:policy/AdministratorAccess")),
};
