import type { Rule } from "../../rule";

export const topicWithCustomerKey: Rule = {
  id: "sns/topic-with-customer-key",
  controls: { "AWS-0136": "HIGH" },
  requirement: "Topics are encrypted with a key of the customer, which lets publishers in.",
  subjects: ["aws:sns/topic:Topic"],
  judge: (resource) => resource.has("kmsMasterKeyId") && resource.text("kmsMasterKeyId") !== "alias/aws/sns",
};
