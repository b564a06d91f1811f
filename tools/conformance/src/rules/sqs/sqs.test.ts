import { itJudges, policy, type RuleCases } from "../../rule-cases.fixture";
import { sqsRules } from "./index";

const cases: RuleCases = {
  "sqs/queue-encrypted": {
    good: [["aws:sqs/queue:Queue", { kmsMasterKeyId: "arn:k" }]],
    bad: [["aws:sqs/queue:Queue", {}]],
  },
  "sqs/queue-not-public": {
    good: [
      ["aws:sqs/queuePolicy:QueuePolicy", { policy: policy({ Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: "sqs:SendMessage", Resource: "*" }) }],
    ],
    bad: [
      ["aws:sqs/queuePolicy:QueuePolicy", { policy: policy({ Effect: "Allow", Principal: "*", Action: "sqs:SendMessage", Resource: "*" }) }],
    ],
  },
  "sqs/queue-tls-only": {
    good: [
      ["aws:sqs/queue:Queue", { url: "u" }],
      ["aws:sqs/queuePolicy:QueuePolicy", { queueUrl: "u", policy: policy({ Effect: "Deny", Principal: "*", Action: "sqs:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }) }],
    ],
    bad: [["aws:sqs/queue:Queue", { url: "u" }]],
  },
  "sqs/queue-dead-letters": {
    good: [
      ["aws:sqs/queue:Queue", { arn: "arn:q" }],
      ["aws:cloudwatch/eventTarget:EventTarget", { deadLetterConfig: { arn: "arn:q" } }],
    ],
    bad: [["aws:sqs/queue:Queue", { arn: "arn:q" }]],
  },
};

describe("rules of sqs", () => {
  itJudges(sqsRules, cases);
});
