import type { SchemaRow } from "../resource-schema";

export const sqsSchemas: Readonly<Record<string, SchemaRow>> = {
  "aws:sqs/queue:Queue": {
    outputs: "arn tagsAll url",
    computed: "deduplicationScope fifoThroughputLimit kmsDataKeyReusePeriodSeconds name namePrefix policy redriveAllowPolicy redrivePolicy sqsManagedSseEnabled",
    replaceUnknown: true,
  },
  "aws:sqs/queuePolicy:QueuePolicy": {
    required: "policy queueUrl",
    replaceUnknown: true,
  },
  "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy": {
    required: "queueUrl redriveAllowPolicy",
    replaceUnknown: true,
  },
  "aws:sqs/redrivePolicy:RedrivePolicy": {
    required: "queueUrl redrivePolicy",
    replaceUnknown: true,
  },
};
