import type { Rule } from "../../rule";

export const queueDeadLetters: Rule = {
  id: "sqs/queue-dead-letters",
  controls: { "AwsSolutions-SQS3": "ERROR" },
  requirement: "A queue is or has a dead-letter queue.",
  subjects: ["aws:sqs/queue:Queue"],
  judge: (resource, stack) =>
    resource.has("redrivePolicy") ||
    stack.of(...["aws:cloudwatch/eventTarget:EventTarget", "aws:sqs/queue:Queue", "aws:sns/topicSubscription:TopicSubscription"]).some(
      (user) => user.refersTo("deadLetterConfig.arn", resource) || user.text("redrivePolicy").includes(`"${resource.text("arn")}"`),
    ),
};
