import { itJudges, policy, type RuleCases } from "../../rule-cases.fixture";
import { eventbridgeRules } from "./index";

const cases: RuleCases = {
  "eventbridge/bus-policy": {
    good: [
      ["aws:cloudwatch/eventBus:EventBus", { name: "bus" }],
      ["aws:cloudwatch/eventBusPolicy:EventBusPolicy", { eventBusName: "bus" }],
    ],
    bad: [["aws:cloudwatch/eventBus:EventBus", { name: "bus" }]],
  },
  "eventbridge/bus-not-open": {
    good: [["aws:cloudwatch/eventPermission:EventPermission", { principal: "111111111111" }]],
    bad: [["aws:cloudwatch/eventPermission:EventPermission", { principal: "*" }]],
  },
  "eventbridge/endpoint-replication": {
    good: [["aws:cloudwatch/eventEndpoint:EventEndpoint", { replicationConfig: { state: "ENABLED" } }]],
    bad: [["aws:cloudwatch/eventEndpoint:EventEndpoint", { replicationConfig: { state: "DISABLED" } }]],
  },
  "eventbridge/target-dead-letters": {
    good: [["aws:cloudwatch/eventTarget:EventTarget", { deadLetterConfig: { arn: "arn:q" } }]],
    bad: [["aws:cloudwatch/eventTarget:EventTarget", {}]],
  },
  "eventbridge/topic-delivery-authorised": {
    good: [
      ["aws:sns/topic:Topic", { arn: "arn:t" }],
      ["aws:cloudwatch/eventTarget:EventTarget", { arn: "arn:t" }],
      ["aws:sns/topicPolicy:TopicPolicy", { arn: "arn:t", policy: policy({ Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: "sns:Publish", Resource: "arn:t" }) }],
    ],
    bad: [["aws:sns/topic:Topic", { arn: "arn:t" }], ["aws:cloudwatch/eventTarget:EventTarget", { arn: "arn:t" }]],
  },
};

describe("rules of eventbridge", () => {
  itJudges(eventbridgeRules, cases);
});
