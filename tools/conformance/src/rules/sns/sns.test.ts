import { itJudges, policy, type RuleCases } from "../../rule-cases.fixture";
import { snsRules } from "./index";

const cases: RuleCases = {
  "sns/topic-encrypted": {
    good: [["aws:sns/topic:Topic", { kmsMasterKeyId: "alias/aws/sns" }]],
    bad: [["aws:sns/topic:Topic", {}]],
  },
  "sns/topic-with-customer-key": {
    good: [["aws:sns/topic:Topic", { kmsMasterKeyId: "arn:k" }]],
    bad: [["aws:sns/topic:Topic", { kmsMasterKeyId: "alias/aws/sns" }]],
  },
  "sns/topic-not-public": {
    good: [
      ["aws:sns/topicPolicy:TopicPolicy", { policy: policy({ Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: "sns:Publish", Resource: "*" }) }],
    ],
    bad: [
      ["aws:sns/topicPolicy:TopicPolicy", { policy: policy({ Effect: "Allow", Principal: "*", Action: "sns:Publish", Resource: "*" }) }],
    ],
  },
  "sns/topic-principals-tied-down": {
    good: [
      ["aws:sns/topicPolicy:TopicPolicy", { policy: policy({ Effect: "Allow", Principal: { Service: "events.amazonaws.com" } }) }],
    ],
    bad: [
      ["aws:sns/topicPolicy:TopicPolicy", { policy: policy({ Effect: "Allow", Principal: { AWS: "arn:aws:iam::1:root" } }) }],
    ],
  },
  "sns/topic-tls-only": {
    good: [
      ["aws:sns/topic:Topic", { arn: "arn:t" }],
      ["aws:sns/topicPolicy:TopicPolicy", { arn: "arn:t", policy: policy({ Effect: "Deny", Principal: "*", Action: "sns:Publish", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }) }],
    ],
    bad: [["aws:sns/topic:Topic", { arn: "arn:t" }]],
  },
  "sns/delivery-status": {
    good: [
      ["aws:sns/topic:Topic", { arn: "arn:t", sqsFailureFeedbackRoleArn: "arn:r" }],
      ["aws:sns/topicSubscription:TopicSubscription", { topicArn: "arn:t", protocol: "sqs" }],
    ],
    bad: [
      ["aws:sns/topic:Topic", { arn: "arn:t" }],
      ["aws:sns/topicSubscription:TopicSubscription", { topicArn: "arn:t", protocol: "sqs" }],
    ],
  },
  "sns/subscription-dead-letters": {
    good: [["aws:sns/topicSubscription:TopicSubscription", { protocol: "sqs", redrivePolicy: "{}" }]],
    bad: [["aws:sns/topicSubscription:TopicSubscription", { protocol: "sqs" }]],
  },
  "sns/subscription-uses-tls": {
    good: [["aws:sns/topicSubscription:TopicSubscription", { protocol: "https" }]],
    bad: [["aws:sns/topicSubscription:TopicSubscription", { protocol: "http" }]],
  },
};

describe("rules of sns", () => {
  itJudges(snsRules, cases);
});
