import { oneOfRule, rangeRule } from "../../constraint-rules";
import { filledInputs } from "../../filled-inputs";
import { documentRule, principalsRule } from "../../iam/policy-rules";
import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { keyType } from "./key-access";
import { bornKeyPolicy, noLockOut } from "./key-policy";

const createKeyPage = "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html";
const ROTATION_DAYS = 365;

const rotationNeedsSymmetricKey: Rule = {
  id: "kms/key-rotation-needs-symmetric-key",
  source: "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
  cause: "Only symmetric encryption keys are rotated by KMS.",
  remedy: "Leave enableKeyRotation out for asymmetric and HMAC keys.",
  reads: ["enableKeyRotation", "customerMasterKeySpec"],
  refuse: ({ inputs }) => {
    if (inputs["enableKeyRotation"] !== true || inputs["customerMasterKeySpec"] === "SYMMETRIC_DEFAULT") return undefined;
    return { code: "UnsupportedOperationException", message: "The operation is not supported for this type of key." };
  },
};

export const key = defineResource({
  type: keyType,
  defaults: {
    bypassPolicyLockoutSafetyCheck: false,
    customerMasterKeySpec: "SYMMETRIC_DEFAULT",
    enableKeyRotation: false,
    isEnabled: true,
    keyUsage: "ENCRYPT_DECRYPT",
  },
  comparisons: { policy: "json" },
  rules: [
    documentRule("kms/key-policy-form", "key", "policy"),
    principalsRule(
      "kms/key-policy-principals-exist",
      "key",
      "policy",
      () => "Policy contains a statement with one or more invalid principals.",
    ),
    noLockOut,
    oneOfRule({
      id: "kms/key-usage",
      source: createKeyPage,
      path: "keyUsage",
      member: "keyUsage",
      values: ["SIGN_VERIFY", "ENCRYPT_DECRYPT", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"],
    }),
    rangeRule({
      id: "kms/key-deletion-window",
      source: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html",
      path: "deletionWindowInDays",
      member: "pendingWindowInDays",
      min: 7,
      max: 30,
    }),
    rangeRule({
      id: "kms/key-rotation-period",
      source: "https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html",
      path: "rotationPeriodInDays",
      member: "rotationPeriodInDays",
      min: 90,
      max: 2560,
    }),
    rotationNeedsSymmetricKey,
  ],
  create: (context) => {
    const multiRegion = context.inputs["multiRegion"] === true;
    const keyId = multiRegion ? `mrk-${context.identifiers.hex(32)}` : context.identifiers.uuid();
    return {
      id: keyId,
      arn: context.arn("kms", `key/${keyId}`),
      outputs: {
        keyId,
        ...filledInputs(context.inputs, {
          description: "",
          multiRegion,
          policy: bornKeyPolicy(context.partition.id, context.accountId),
          ...(context.inputs["enableKeyRotation"] === true ? { rotationPeriodInDays: ROTATION_DAYS } : {}),
        }),
      },
    };
  },
  update: (context) =>
    context.inputs["enableKeyRotation"] === true
      ? filledInputs(context.inputs, { rotationPeriodInDays: context.object?.outputs["rotationPeriodInDays"] ?? ROTATION_DAYS })
      : {},
  // A key is never gone at once: it waits for its window, 30 days unless told otherwise.
  deletionDays: ({ inputs }) => (typeof inputs["deletionWindowInDays"] === "number" ? inputs["deletionWindowInDays"] : 30),
});
