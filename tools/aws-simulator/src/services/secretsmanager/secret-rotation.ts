import { rangeRule } from "../../constraint-rules";
import { defineResource } from "../../resource-definition";
import { secretReference, secretRules } from "./secret-reference";

export const secretRotation = defineResource({
  type: "aws:secretsmanager/secretRotation:SecretRotation",
  defaults: { rotateImmediately: true },
  references: [secretReference("secretId")],
  rules: [
    ...secretRules("secret-rotation", "secretId"),
    rangeRule({
      id: "secretsmanager/secret-rotation-days",
      source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html",
      path: "rotationRules.automaticallyAfterDays",
      member: "rotationRules.automaticallyAfterDays",
      min: 1,
      max: 1000,
    }),
  ],
  create: (context) => ({ id: context.text("secretId") ?? "", outputs: { rotationEnabled: true } }),
});
