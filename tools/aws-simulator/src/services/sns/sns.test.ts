import type { PropertyMap } from "@org/offline-engine";
import { refusalOf, SimulatedAccount } from "../../simulated-account.fixture";

const TOPIC = "aws:sns/topic:Topic";
const TOPIC_POLICY = "aws:sns/topicPolicy:TopicPolicy";
const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
const arn = "arn:aws:sns:us-east-1:123456789012:alerts";

function policy(principal: object): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: principal, Action: "sns:Publish", Resource: arn }] });
}

describe("a topic", () => {
  it("has its ARN as id, and lets its own account in", () => {
    const topic = new SimulatedAccount().create(TOPIC, "alerts", { name: "alerts" });
    expect(topic).toMatchObject({ id: arn, outputs: { arn, owner: "123456789012", fifoTopic: false, namePrefix: "" } });
    expect(JSON.parse(String(topic.outputs["policy"])).Statement[0].Condition).toEqual({ StringEquals: { "AWS:SourceOwner": "123456789012" } });
  });

  it.each<[string, PropertyMap, string, string]>([
    ["a FIFO name and no FIFO topic", { name: "alerts.fifo" }, "sns/topic-fifo-name", "Invalid parameter: Topic Name"],
    ["a FIFO topic without its suffix", { name: "alerts", fifoTopic: true }, "sns/topic-fifo-name", "Invalid parameter: Fifo Topic names must end with .fifo and must be made up of only uppercase and lowercase ASCII letters, numbers, underscores, and hyphens, and must be between 1 and 256 characters long."],
    ["a policy that is not JSON", { name: "alerts", policy: "{" }, "sns/topic-inline-policy-form", "Invalid parameter: Policy Error: This policy contains invalid Json"],
  ])("is refused with %s", (_case, inputs, rule, message) => {
    expect(refusalOf(() => new SimulatedAccount().create(TOPIC, "alerts", inputs))).toMatchObject({ rule, code: "InvalidParameter", message });
  });
});

describe("a topic policy", () => {
  it("needs its topic, and principals that exist", () => {
    const account = new SimulatedAccount();
    const good = { arn, policy: policy({ Service: "cloudwatch.amazonaws.com" }) };
    expect(refusalOf(() => account.create(TOPIC_POLICY, "p", good))).toMatchObject({ rule: "sns/topic-policy-arn-exists", code: "NotFound", message: "Topic does not exist" });
    account.create(TOPIC, "alerts", { name: "alerts" });
    expect(account.create(TOPIC_POLICY, "p", good)).toMatchObject({ id: arn, outputs: { owner: "123456789012" } });
    expect(refusalOf(() => account.create(TOPIC_POLICY, "p", { arn, policy: policy({ AWS: "admin" }) }))).toMatchObject({
      rule: "sns/topic-policy-principals-exist",
      code: "InvalidParameter",
      message: "Invalid parameter: Policy Error: PrincipalNotFound",
    });
    expect(refusalOf(() => account.create(TOPIC_POLICY, "p", { arn, policy: "[]" })).rule).toBe("sns/topic-policy-form");
  });
});

describe("a subscription", () => {
  it.each<[string, string, boolean]>([
    ["email", "ops@example.com", true],
    ["https", "https://example.com/hook", true],
    ["sqs", "arn:aws:sqs:us-east-1:123456789012:events", false],
  ])("by %s to %s waits for a confirmation: %s", (protocol, endpoint, pending) => {
    const account = new SimulatedAccount();
    account.create(TOPIC, "alerts", { name: "alerts" });
    const subscription = account.create(SUBSCRIPTION, "s", { topic: arn, protocol, endpoint });
    expect(subscription.id).toMatch(new RegExp(`^${arn}:[0-9a-f-]{36}$`));
    expect(subscription.outputs).toMatchObject({ pendingConfirmation: pending, ownerId: "123456789012", rawMessageDelivery: false });
  });

  it.each<[string, string, string, string]>([
    ["email", "ops", "sns/subscription-endpoint-fits-protocol", "Invalid parameter: Email address"],
    ["https", "http://example.com", "sns/subscription-endpoint-fits-protocol", "Invalid parameter: Endpoint Reason: Endpoint must match the specified protocol"],
    ["sqs", "https://sqs.us-east-1.amazonaws.com/123456789012/events", "sns/subscription-endpoint-fits-protocol", "Invalid parameter: SQS endpoint ARN"],
    ["fax", "1", "sns/subscription-protocol", "Invalid parameter: Amazon SNS does not support this protocol string: fax"],
  ])("by %s to %s is refused", (protocol, endpoint, rule, message) => {
    const account = new SimulatedAccount();
    account.create(TOPIC, "alerts", { name: "alerts" });
    expect(refusalOf(() => account.create(SUBSCRIPTION, "s", { topic: arn, protocol, endpoint }))).toMatchObject({ rule, code: "InvalidParameter", message });
  });

  it("needs its topic", () => {
    expect(refusalOf(() => new SimulatedAccount().create(SUBSCRIPTION, "s", { topic: arn, protocol: "email", endpoint: "a@b.c" }))).toMatchObject({
      code: "NotFound",
      message: "Topic does not exist",
    });
  });
});
