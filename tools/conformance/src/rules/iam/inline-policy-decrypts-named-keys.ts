import { allowed } from "../../identity-policy";
import { coversAction } from "../../policy-document";
import type { Rule } from "../../rule";

export const inlinePolicyDecryptsNamedKeys: Rule = {
  id: "iam/inline-policy-decrypts-named-keys",
  controls: { "FSBP:KMS.2": "MEDIUM" },
  requirement: "Policies inside a role decrypt with keys that they name.",
  subjects: ["aws:iam/rolePolicy:RolePolicy"],
  judge: (resource) =>
    !allowed(resource).some(
      (statement) =>
      statement.resources.some((arn) => /^(\*|arn:[\w-]+:kms:[^:]*:[^:]*:(\*|key\/\*))$/.test(arn)) &&
      (coversAction(statement, "kms:Decrypt") || coversAction(statement, "kms:ReEncryptFrom")),
    ),
};
