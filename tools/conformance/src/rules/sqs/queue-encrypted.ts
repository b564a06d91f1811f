import type { Rule } from "../../rule";

export const queueEncrypted: Rule = {
  id: "sqs/queue-encrypted",
  controls: { "FSBP:SQS.1": "MEDIUM" },
  requirement: "Queues are encrypted.",
  subjects: ["aws:sqs/queue:Queue"],
  judge: (resource) => resource.isTrue("sqsManagedSseEnabled") || resource.has("kmsMasterKeyId"),
};
