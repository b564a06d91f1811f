import { documentRule } from "../../iam/policy-rules";
import { rangeRule } from "../../constraint-rules";
import { filledInputs } from "../../filled-inputs";
import { parseObject } from "../../iam/policy-document";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { queueType } from "./queue-policy-text";

const attributesPage =
  "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html";

/** Attributes that are numbers: input, AWS's name, bounds. */
const attributeBounds = [
  ["delaySeconds", "DelaySeconds", 0, 900],
  ["maxMessageSize", "MaximumMessageSize", 1024, 1_048_576],
  ["messageRetentionSeconds", "MessageRetentionPeriod", 60, 1_209_600],
  ["receiveWaitTimeSeconds", "ReceiveMessageWaitTimeSeconds", 0, 20],
  ["visibilityTimeoutSeconds", "VisibilityTimeout", 0, 43_200],
  ["kmsDataKeyReusePeriodSeconds", "KmsDataKeyReusePeriodSeconds", 60, 86_400],
] as const;

const bounds = attributeBounds.map(([path, member, min, max]) =>
  rangeRule({
    id: `sqs/queue-${member.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}`,
    source: attributesPage,
    path,
    member,
    code: "InvalidAttributeValue",
    message: () => `Invalid value for the parameter ${member}.`,
    min,
    max,
  }),
);

const fifoName: Rule = {
  id: "sqs/queue-fifo-name",
  source: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html",
  cause: "A FIFO queue's name ends with .fifo, and no other's does.",
  remedy: "Let the name end with .fifo exactly when fifoQueue is true.",
  reads: ["name", "fifoQueue"],
  refuse: ({ inputs }) => {
    const name = inputs["name"];
    if (typeof name !== "string") return undefined;
    const fifo = inputs["fifoQueue"] === true;
    if (fifo === name.endsWith(".fifo")) return undefined;
    return fifo
      ? { code: "InvalidParameterValue", message: "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length." }
      : { code: "InvalidParameterValue", message: "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length" };
  },
};

const deadLetterQueueExists: Rule = {
  id: "sqs/queue-dead-letter-target-exists",
  source: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
  cause: "The redrive policy names a queue that does not exist.",
  remedy: "Give the `arn` of a queue of the same account and region as deadLetterTargetArn.",
  reads: ["redrivePolicy"],
  deploymentOnly: true,
  refuse: (context) => {
    const text = context.text("redrivePolicy");
    const target = parseObject(text ?? "")?.["deadLetterTargetArn"];
    if (typeof target !== "string" || context.find(queueType, target) !== undefined) return undefined;
    return {
      code: "InvalidParameterValue",
      message: `Value ${text ?? ""} for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist.`,
    };
  },
};

export const queue = defineResource({
  type: queueType,
  schema: { replaceUncertain: "name namePrefix fifoQueue" },
  defaults: {
    contentBasedDeduplication: false,
    delaySeconds: 0,
    fifoQueue: false,
    maxMessageSize: 262_144,
    messageRetentionSeconds: 345_600,
    receiveWaitTimeSeconds: 0,
    visibilityTimeoutSeconds: 30,
  },
  comparisons: { policy: "json", redrivePolicy: "json", redriveAllowPolicy: "json" },
  name: {},
  rules: [...bounds, fifoName, deadLetterQueueExists, documentRule("sqs/queue-inline-policy-form", "queue", "policy")],
  create: (context) => {
    const { name, outputs } = physicalName(context);
    const url = `https://sqs.${context.region}.${context.partition.dnsSuffix}/${context.accountId}/${name}`;
    return {
      id: url,
      arn: context.arn("sqs", name),
      outputs: {
        url,
        ...outputs,
        ...filledInputs(context.inputs, {
          deduplicationScope: "",
          fifoThroughputLimit: "",
          kmsDataKeyReusePeriodSeconds: 300,
          policy: "",
          redriveAllowPolicy: "",
          redrivePolicy: "",
          sqsManagedSseEnabled: context.text("kmsMasterKeyId") === undefined,
        }),
      },
    };
  },
});
