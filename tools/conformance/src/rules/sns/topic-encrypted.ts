import type { Rule } from "../../rule";

export const topicEncrypted: Rule = {
  id: "sns/topic-encrypted",
  controls: { "SecHub:SNS.1": "MEDIUM" },
  requirement: "Topics are encrypted with KMS.",
  subjects: ["aws:sns/topic:Topic"],
  judge: (resource) => resource.has("kmsMasterKeyId"),
};
