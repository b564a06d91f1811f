import type { SchemaRow } from "../resource-schema";

export const snsSchemas: Readonly<Record<string, SchemaRow>> = {
  "aws:sns/dataProtectionPolicy:DataProtectionPolicy": {
    required: "arn policy",
    replaceUnknown: true,
  },
  "aws:sns/platformApplication:PlatformApplication": {
    required: "platform platformCredential",
    outputs: "arn",
    computed: "name",
    replaceUnknown: true,
  },
  "aws:sns/smsPreferences:SmsPreferences": {
    computed: "monthlySpendLimit",
    replaceUnknown: true,
  },
  "aws:sns/topic:Topic": {
    replace: "fifoTopic",
    replaceUncertain: "name namePrefix",
    outputs: "arn beginningArchiveTime owner tagsAll",
    computed: "fifoThroughputScope name namePrefix policy signatureVersion tracingConfig",
  },
  "aws:sns/topicPolicy:TopicPolicy": {
    required: "arn policy",
    replaceUncertain: "arn",
    outputs: "owner",
  },
  "aws:sns/topicSubscription:TopicSubscription": {
    required: "endpoint protocol topic",
    replace: "protocol endpoint",
    replaceUncertain: "topic",
    outputs: "arn confirmationWasAuthenticated ownerId pendingConfirmation",
    computed: "filterPolicyScope",
  },
};
