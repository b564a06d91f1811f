import { filledInputs } from "../../filled-inputs";
import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { findKey, isUsable } from "../kms/key-access";
import { findSecret, secretReference, secretRules } from "./secret-reference";

const putValuePage = "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html";
const values = ["secretString", "secretStringWo", "secretBinary"];
const MAX_BYTES = 65_536;

const oneValue: Rule = {
  id: "secretsmanager/secret-version-one-value",
  source: putValuePage,
  cause: "A version holds text or bytes, not both.",
  remedy: "Give one of secretString, secretStringWo and secretBinary.",
  reads: values,
  refuse: ({ inputs }) => {
    if (values.filter((property) => inputs[property] !== undefined).length < 2) return undefined;
    return { code: "InvalidParameterException", message: "You can't specify both a binary secret value and a string secret value in the same secret." };
  },
};

const fits: Rule = {
  id: "secretsmanager/secret-version-size",
  source: putValuePage,
  cause: "A secret's value has at most 65,536 bytes.",
  remedy: "Store large data elsewhere, and its key in the secret.",
  reads: ["secretString", "secretStringWo"],
  refuse: ({ inputs }) => {
    const text = inputs["secretString"] ?? inputs["secretStringWo"];
    if (typeof text !== "string" || Buffer.byteLength(text) <= MAX_BYTES) return undefined;
    // The value itself must not reach a message.
    return {
      code: "ValidationException",
      message: `1 validation error detected: Value at 'secretString' failed to satisfy constraint: Member must have length less than or equal to ${MAX_BYTES}`,
    };
  },
};

const keyIsUsable: Rule = {
  id: "secretsmanager/secret-version-key-usable",
  source: putValuePage,
  cause: "The secret's KMS key is disabled or waits for its deletion, so the value cannot be encrypted.",
  remedy: "Enable the key, or give the secret another.",
  reads: ["secretId"],
  deploymentOnly: true,
  refuse: (context) => {
    const secret = findSecret(context, context.text("secretId") ?? "");
    const keyId = secret?.outputs["kmsKeyId"];
    const key = typeof keyId === "string" ? findKey(context, keyId) : undefined;
    if (key === undefined || isUsable(key)) return undefined;
    return {
      code: "EncryptionFailure",
      message: `Secrets Manager can't encrypt the protected secret text using the provided KMS key ${key.arn ?? key.id}.`,
    };
  },
};

export const secretVersion = defineResource({
  type: "aws:secretsmanager/secretVersion:SecretVersion",
  writeOnly: ["secretStringWo"],
  references: [secretReference("secretId")],
  rules: [
    oneValue,
    fits,
    ...secretRules("secret-version", "secretId"),
    keyIsUsable,
  ],
  create: (context) => {
    const secretId = context.text("secretId") ?? "";
    const secret = findSecret(context, secretId);
    const versionId = context.identifiers.uuid();
    const secretArn = secret?.arn ?? secretId;
    return {
      id: `${secretId}|${versionId}`,
      outputs: {
        // The secret's: a version has none of its own, so it is not found by it.
        arn: secretArn,
        secretArn,
        versionId,
        hasSecretStringWo: context.inputs["secretStringWo"] !== undefined,
        ...filledInputs(context.inputs, { versionStages: ["AWSCURRENT"] }),
      },
    };
  },
});
