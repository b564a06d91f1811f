import type { Rule } from "../../rule";

const FEEDBACK = new Map([
  ["http", "http"],
  ["https", "http"],
  ["sqs", "sqs"],
  ["lambda", "lambda"],
  ["firehose", "firehose"],
  ["application", "application"],
]);

export const deliveryStatus: Rule = {
  id: "sns/delivery-status",
  controls: { "SecHub:SNS.2": "MEDIUM" },
  requirement: "Topics log how deliveries end, where the protocol can tell.",
  subjects: ["aws:sns/topic:Topic"],
  judge: (resource, stack) => {
    const protocols = stack.referring("aws:sns/topicSubscription:TopicSubscription", "topic", resource).map(
      (subscription) => subscription.text("protocol"),
    );
    const telling = protocols.flatMap((protocol) => FEEDBACK.get(protocol) ?? []);
    return telling.length === 0 ? undefined : telling.every((property) => resource.has(`${property}FailureFeedbackRoleArn`));
  },
};
