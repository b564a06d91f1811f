import { rangeRule } from "../../constraint-rules";
import { filledInputs } from "../../filled-inputs";
import { documentRule, principalsRule } from "../../iam/policy-rules";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import { keyTypes } from "../kms/key-access";

export const secretType = "aws:secretsmanager/secret:Secret";

const DEFAULT_RECOVERY_DAYS = 30;

export const secret = defineResource({
  type: secretType,
  defaults: { forceOverwriteReplicaSecret: false, recoveryWindowInDays: DEFAULT_RECOVERY_DAYS },
  comparisons: { policy: "json" },
  name: {
    taken: (name, holder) =>
      holder.deletionDate === undefined
        ? {
            code: "ResourceExistsException",
            message: `The operation failed because the secret ${name} already exists.`,
            remedy: "Choose another name; secrets of one account and region share their names.",
          }
        : {
            code: "InvalidRequestException",
            message: "You can't create this secret because a secret with this name is already scheduled for deletion.",
            remedy: `The old secret keeps its name until ${holder.deletionDate}: choose another name, restore it, or delete it with recoveryWindowInDays 0.`,
          },
  },
  // Secrets Manager looks at the key when it stores a value, not when it makes the secret.
  references: [{ path: "kmsKeyId", to: keyTypes }],
  rules: [
    rangeRule({
      id: "secretsmanager/secret-recovery-window",
      source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html",
      path: "recoveryWindowInDays",
      member: "RecoveryWindowInDays",
      code: "InvalidParameterException",
      message: () => "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).",
      min: 7,
      max: 30,
      also: [0],
    }),
    documentRule("secretsmanager/secret-inline-policy-form", "secret", "policy"),
    principalsRule(
      "secretsmanager/secret-inline-policy-principals-exist",
      "secret",
      "policy",
      () => "This resource policy contains an unsupported principal.",
    ),
  ],
  create: (context) => {
    const { name, outputs } = physicalName(context);
    const arn = context.arn("secretsmanager", `secret:${name}-${context.identifiers.alphanumeric(6)}`);
    return { id: arn, arn, outputs: { ...outputs, ...filledInputs(context.inputs, { policy: "" }) } };
  },
  deletionDays: ({ inputs }) =>
    typeof inputs["recoveryWindowInDays"] === "number" ? inputs["recoveryWindowInDays"] : DEFAULT_RECOVERY_DAYS,
});
