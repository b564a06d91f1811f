import { documentRule, principalsRule } from "../../iam/policy-rules";
import { defineResource } from "../../resource-definition";
import { secretReference, secretRules } from "./secret-reference";

export const secretPolicy = defineResource({
  type: "aws:secretsmanager/secretPolicy:SecretPolicy",
  schema: { replaceUncertain: "secretArn" },
  comparisons: { policy: "json" },
  references: [secretReference("secretArn")],
  rules: [
    ...secretRules("secret-policy", "secretArn"),
    documentRule("secretsmanager/secret-policy-form", "secret", "policy"),
    principalsRule(
      "secretsmanager/secret-policy-principals-exist",
      "secret",
      "policy",
      () => "This resource policy contains an unsupported principal.",
    ),
  ],
  create: (context) => ({ id: context.text("secretArn") ?? "" }),
});
