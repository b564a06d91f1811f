import { rangeRule } from "../../constraint-rules";
import { filledInputs } from "../../filled-inputs";
import { documentRule, principalsRule } from "../../iam/policy-rules";
import { parseArn } from "../../arn";
import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { replicaKeyType } from "./key-access";
import { bornKeyPolicy, noLockOut } from "./key-policy";

const replicatePage = "https://docs.aws.amazon.com/kms/latest/APIReference/API_ReplicateKey.html";

/** The id that a primary key and all its replicas share. */
function sharedKeyId(primaryKeyArn: string): string {
  return parseArn(primaryKeyArn)?.resource.replace(/^key\//, "") ?? "";
}

const primaryIsMultiRegion: Rule = {
  id: "kms/replica-of-multi-region-key",
  source: replicatePage,
  cause: "Only a multi-Region primary key can be replicated, and multiRegion cannot be changed later.",
  remedy: "Create the primary key with multiRegion: true.",
  reads: ["primaryKeyArn"],
  refuse: (context) => {
    const arn = context.text("primaryKeyArn");
    if (arn === undefined || parseArn(arn)?.accountId !== context.accountId) return undefined;
    if (sharedKeyId(arn).startsWith("mrk-")) return undefined;
    return { code: "UnsupportedOperationException", message: `${arn} is not a multi-Region primary key.` };
  },
};

const primaryExists: Rule = {
  id: "kms/replica-primary-exists",
  source: replicatePage,
  cause: "The primary key does not exist.",
  remedy: "Give the `arn` of a key that exists.",
  reads: ["primaryKeyArn"],
  refuse: (context) => {
    const arn = context.text("primaryKeyArn");
    if (arn === undefined || parseArn(arn)?.accountId !== context.accountId) return undefined;
    if (context.findByArn(arn) !== undefined) return undefined;
    return { code: "NotFoundException", message: `Key '${arn}' does not exist` };
  },
};

const otherRegion: Rule = {
  id: "kms/replica-in-another-region",
  source: replicatePage,
  cause: "A replica lives in another region than its primary.",
  remedy: "Set `region` to another region than the primary key's.",
  reads: ["primaryKeyArn", "region"],
  refuse: (context) => {
    const arn = context.text("primaryKeyArn");
    if (arn === undefined || parseArn(arn)?.region !== context.region) return undefined;
    return {
      code: "AlreadyExistsException",
      message: `Multi-Region key ${sharedKeyId(arn)} already exists in Region ${context.region}.`,
    };
  },
};

export const replicaKey = defineResource({
  type: replicaKeyType,
  schema: { replaceUncertain: "primaryKeyArn" },
  defaults: { bypassPolicyLockoutSafetyCheck: false, enabled: true },
  comparisons: { policy: "json" },
  rules: [
    primaryIsMultiRegion,
    primaryExists,
    otherRegion,
    documentRule("kms/replica-key-policy-form", "key", "policy"),
    principalsRule(
      "kms/replica-key-policy-principals-exist",
      "key",
      "policy",
      () => "Policy contains a statement with one or more invalid principals.",
    ),
    noLockOut,
    rangeRule({
      id: "kms/replica-key-deletion-window",
      source: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html",
      path: "deletionWindowInDays",
      member: "pendingWindowInDays",
      min: 7,
      max: 30,
    }),
  ],
  create: (context) => {
    const primary = context.findByArn(context.text("primaryKeyArn") ?? "");
    const keyId = sharedKeyId(context.text("primaryKeyArn") ?? "");
    return {
      id: keyId,
      arn: context.arn("kms", `key/${keyId}`),
      outputs: {
        keyId,
        keyRotationEnabled: primary?.outputs["enableKeyRotation"] === true,
        keySpec: primary?.outputs["customerMasterKeySpec"] ?? "SYMMETRIC_DEFAULT",
        keyUsage: primary?.outputs["keyUsage"] ?? "ENCRYPT_DECRYPT",
        ...filledInputs(context.inputs, { policy: bornKeyPolicy(context.partition.id, context.accountId) }),
      },
    };
  },
  deletionDays: ({ inputs }) => (typeof inputs["deletionWindowInDays"] === "number" ? inputs["deletionWindowInDays"] : 30),
});
