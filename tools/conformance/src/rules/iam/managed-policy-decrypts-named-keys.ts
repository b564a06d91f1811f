import { allowed } from "../../identity-policy";
import { coversAction } from "../../policy-document";
import type { Rule } from "../../rule";

export const managedPolicyDecryptsNamedKeys: Rule = {
  id: "iam/managed-policy-decrypts-named-keys",
  controls: { "FSBP:KMS.1": "MEDIUM" },
  requirement: "Policies decrypt with keys that they name.",
  subjects: ["aws:iam/policy:Policy"],
  judge: (resource) =>
    !allowed(resource).some(
      (statement) =>
      statement.resources.some((arn) => /^(\*|arn:[\w-]+:kms:[^:]*:[^:]*:(\*|key\/\*))$/.test(arn)) &&
      (coversAction(statement, "kms:Decrypt") || coversAction(statement, "kms:ReEncryptFrom")),
    ),
};
