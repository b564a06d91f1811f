import { oneOfRule } from "../../constraint-rules";
import { filledInputs } from "../../filled-inputs";
import { physicalName } from "../../physical-name";
import { parseArn } from "../../arn";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Refusal, Rule } from "../../rule";
import { findKey, isUsable, keyMayAllow } from "../kms/key-access";

export const logGroupType = "aws:cloudwatch/logGroup:LogGroup";

const encryptionPage = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html";

/** Days that CloudWatch Logs can keep events; 0 keeps them for ever. */
const retentionDays = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

function logGroupArn(context: ResourceContext, name: string): string {
  return context.arn("logs", `log-group:${name}`);
}

/** The key that a log group asks for, unless it is of another account, which is not seen from here, or an alias. */
function ownKeyArn(context: ResourceContext): string | undefined {
  const text = context.text("kmsKeyId") ?? "";
  const arn = parseArn(text);
  return arn?.accountId === context.accountId && arn.resource.startsWith("key/") ? text : undefined;
}

/** The names that the logs service of the region answers to. */
function servicePrincipals(context: ResourceContext): { readonly service: string }[] {
  const names = ["logs.amazonaws.com", `logs.${context.region}.amazonaws.com`, `logs.${context.region}.${context.partition.dnsSuffix}`];
  return names.map((service) => ({ service }));
}

const keyLetsLogsIn: Rule = {
  id: "cloudwatch/log-group-key-lets-logs-in",
  source: encryptionPage,
  cause: "CloudWatch Logs tries the key when it is given, and the key is missing, of another region, or its policy does not let the logs service use it for this log group.",
  remedy:
    "Allow kms:Encrypt*, Decrypt*, ReEncrypt*, GenerateDataKey* and Describe* to logs.<region>.amazonaws.com in the key policy, for the ARN of this log group as kms:EncryptionContext:aws:logs:arn.",
  reads: ["kmsKeyId", "name"],
  // An earlier step of the run may change the key's policy.
  deploymentOnly: true,
  refuse: (context): Refusal | undefined => {
    const keyArn = ownKeyArn(context);
    if (keyArn === undefined) return undefined;
    const arn = logGroupArn(context, context.text("name") ?? context.object?.id ?? "");
    const key = findKey(context, keyArn);
    const allowed =
      key !== undefined &&
      keyMayAllow(context, key, {
        principals: servicePrincipals(context),
        // Which of them Logs tries is not documented: a key that allows one of them is not refused.
        actions: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"],
        context: { "kms:EncryptionContext:aws:logs:arn": arn },
      });
    if (allowed) return undefined;
    return {
      code: "AccessDeniedException",
      message: `The specified KMS key does not exist or is not allowed to be used with Arn '${arn}'`,
    };
  },
};

const keyIsUsable: Rule = {
  id: "cloudwatch/log-group-key-usable",
  source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_AssociateKmsKey.html",
  cause: "The key is disabled or waits for its deletion.",
  remedy: "Enable the key, or give another.",
  reads: ["kmsKeyId"],
  refuse: (context) => {
    const keyArn = ownKeyArn(context);
    const key = keyArn === undefined ? undefined : findKey(context, keyArn);
    if (key === undefined || isUsable(key)) return undefined;
    return { code: "InvalidParameterException", message: `The specified KMS key ${key.arn ?? key.id} is not enabled.` };
  },
};

const keyIsArn: Rule = {
  id: "cloudwatch/log-group-key-is-arn",
  source: encryptionPage,
  cause: "CloudWatch Logs takes a key by its ARN only, not by its id.",
  remedy: "Give the `arn` of the key.",
  reads: ["kmsKeyId"],
  refuse: (context) => {
    const key = context.text("kmsKeyId");
    if (key === undefined || key === "" || parseArn(key) !== undefined) return undefined;
    return { code: "InvalidParameterException", message: `Specified kmsKeyId is not valid: ${key}` };
  },
};

export const logGroup = defineResource({
  type: logGroupType,
  defaults: { retentionInDays: 0, skipDestroy: false },
  name: {
    taken: () => ({
      code: "ResourceAlreadyExistsException",
      message: "The specified log group already exists",
      remedy: "Choose another name; a service that logged first may have made the group: import it, or delete it.",
    }),
  },
  rules: [
    oneOfRule({
      id: "cloudwatch/log-group-retention",
      source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
      path: "retentionInDays",
      member: "retentionInDays",
      code: "InvalidParameterException",
      values: retentionDays,
    }),
    oneOfRule({
      id: "cloudwatch/log-group-class",
      source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html",
      path: "logGroupClass",
      member: "logGroupClass",
      code: "InvalidParameterException",
      values: ["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"],
    }),
    keyIsArn,
    keyIsUsable,
    keyLetsLogsIn,
  ],
  deleteRules: [
    {
      id: "cloudwatch/log-group-deletion-protection",
      source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogGroup.html",
      cause: "Deletion protection of the log group is on.",
      remedy: "Set deletionProtectionEnabled to false and deploy, then delete the log group.",
      refuse: (object) =>
        object.outputs["deletionProtectionEnabled"] === true && object.outputs["skipDestroy"] !== true
          ? { code: "ValidationException", message: `The log group ${object.id} has deletion protection enabled` }
          : undefined,
    },
  ],
  create: (context) => {
    const { name, outputs } = physicalName(context);
    return {
      id: name,
      arn: logGroupArn(context, name),
      outputs: {
        ...outputs,
        ...filledInputs(context.inputs, { deletionProtectionEnabled: false, logGroupClass: "STANDARD" }),
      },
    };
  },
});
