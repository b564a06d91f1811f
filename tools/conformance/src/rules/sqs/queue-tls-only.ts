import { deniesPlainHttp, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const queueTlsOnly: Rule = {
  id: "sqs/queue-tls-only",
  controls: { "AwsSolutions-SQS4": "ERROR" },
  requirement: "Queues refuse requests without TLS.",
  subjects: ["aws:sqs/queue:Queue"],
  judge: (resource, stack) =>
    deniesPlainHttp([resource, ...stack.referring("aws:sqs/queuePolicy:QueuePolicy", "queueUrl", resource)].flatMap(
      (holder) => statementsOf(holder),
    ), "sqs:SendMessage"),
};
