import type { Rule } from "../../rule";

export const subscriptionUsesTls: Rule = {
  id: "sns/subscription-uses-tls",
  controls: { "prowler:sns_subscription_not_using_http_endpoints": "HIGH" },
  requirement: "Subscribers are not reached over plain HTTP.",
  subjects: ["aws:sns/topicSubscription:TopicSubscription"],
  judge: (resource) => resource.text("protocol") !== "http",
};
