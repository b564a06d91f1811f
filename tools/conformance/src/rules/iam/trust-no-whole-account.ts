import { isAllow, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const trustNoWholeAccount: Rule = {
  id: "iam/trust-no-whole-account",
  controls: { "CKV_AWS_61": "UNKNOWN" },
  requirement: "No role trusts a whole account.",
  subjects: ["aws:iam/role:Role"],
  judge: (resource) =>
    !statementsOf(resource, "assumeRolePolicy").some(
      (statement) => isAllow(statement) &&
      statement.principals.some((principal) => /^AWS:(\d{12}|arn:[\w-]+:iam::\d{12}:root)$/.test(principal)),
    ),
};
