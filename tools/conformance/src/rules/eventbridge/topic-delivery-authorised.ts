import { coversAction, isAllow, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const topicDeliveryAuthorised: Rule = {
  id: "eventbridge/topic-delivery-authorised",
  controls: { "derived:event-alarm-to-sns-delivery-authorised": "UNKNOWN" },
  requirement: "Rules that publish to a topic of the stack are let in by its policy.",
  subjects: ["aws:cloudwatch/eventTarget:EventTarget"],
  judge: (resource, stack) => {
    const topic = stack.referred(resource, "arn", "aws:sns/topic:Topic");
    if (topic === undefined) return undefined;
    return stack.referring("aws:sns/topicPolicy:TopicPolicy", "arn", topic)
      .flatMap((policy) => statementsOf(policy))
      .some(
        (statement) =>
          isAllow(statement) &&
          statement.principals.includes("Service:events.amazonaws.com") &&
          coversAction(statement, "sns:Publish"),
      );
  },
};
