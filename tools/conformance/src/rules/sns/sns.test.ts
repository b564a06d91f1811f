import { itJudges, policy, type ResourceCase, type RuleCases } from "../../rule-cases.fixture";
import { snsRules } from "./index";

/** An alarm that tells a topic, and a key of the topic that lets a service in. */
function notified(service: string, actions: string[]): ResourceCase[] {
  return [
    [
      "aws:kms/key:Key",
      { arn: "arn:k", region: "us-east-1", policy: policy({ Effect: "Allow", Principal: { Service: service }, Action: actions, Resource: "*" }) },
    ],
    ["aws:kms/alias:Alias", { id: "alias/topics", targetKeyId: "arn:k" }],
    ["aws:sns/topic:Topic", { arn: "arn:t", kmsMasterKeyId: "alias/topics" }],
    ["aws:cloudwatch/metricAlarm:MetricAlarm", { alarmActions: ["arn:t"] }],
  ];
}

/** An alarm of us-east-1 that tells a topic under the replica of a key, which have one id; one of the two lets alarms in. */
function notifiedAtTheEdge(letsIn: "primary" | "replica"): ResourceCase[] {
  const key = (type: string, region: string, service: string): ResourceCase => [
    type,
    { id: "mrk-1", region, policy: policy({ Effect: "Allow", Principal: { Service: service }, Action: "kms:*", Resource: "*" }) },
  ];
  const alarms = "cloudwatch.amazonaws.com";
  return [
    key("aws:kms/key:Key", "eu-west-1", letsIn === "primary" ? alarms : "logs.eu-west-1.amazonaws.com"),
    key("aws:kms/replicaKey:ReplicaKey", "us-east-1", letsIn === "replica" ? alarms : "logs.us-east-1.amazonaws.com"),
    ["aws:sns/topic:Topic", { arn: "arn:t", region: "us-east-1", kmsMasterKeyId: "mrk-1" }],
    ["aws:cloudwatch/metricAlarm:MetricAlarm", { alarmActions: ["arn:t"] }],
  ];
}

const cases: RuleCases = {
  "sns/topic-encrypted": {
    good: [["aws:sns/topic:Topic", { kmsMasterKeyId: "alias/aws/sns" }]],
    bad: [["aws:sns/topic:Topic", {}]],
  },
  "sns/topic-with-customer-key": {
    good: [["aws:sns/topic:Topic", { kmsMasterKeyId: "arn:k" }]],
    bad: [["aws:sns/topic:Topic", { kmsMasterKeyId: "alias/aws/sns" }]],
    alsoGood: [notified("cloudwatch.amazonaws.com", ["kms:Decrypt", "kms:GenerateDataKey*"]), notifiedAtTheEdge("replica")],
    alsoBad: [
      notifiedAtTheEdge("primary"),
      [["aws:sns/topic:Topic", { kmsMasterKeyId: "arn:aws:kms:us-east-1:123456789012:alias/aws/sns" }]],
      notified("events.amazonaws.com", ["kms:Decrypt", "kms:GenerateDataKey*"]),
      notified("cloudwatch.amazonaws.com", ["kms:Decrypt"]),
    ],
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
      ["aws:sns/topicSubscription:TopicSubscription", { topic: "arn:t", protocol: "sqs" }],
    ],
    bad: [
      ["aws:sns/topic:Topic", { arn: "arn:t" }],
      ["aws:sns/topicSubscription:TopicSubscription", { topic: "arn:t", protocol: "sqs" }],
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
