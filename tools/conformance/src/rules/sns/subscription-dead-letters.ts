import type { Rule } from "../../rule";

export const subscriptionDeadLetters: Rule = {
  id: "sns/subscription-dead-letters",
  controls: { "cdk-nag:Serverless-SNSRedrivePolicy": "ERROR" },
  requirement: "What a subscriber does not take goes to a dead-letter queue; mail knows no such thing.",
  subjects: ["aws:sns/topicSubscription:TopicSubscription"],
  judge: (resource) => resource.text("protocol").startsWith("email") ? undefined : resource.has("redrivePolicy"),
};
