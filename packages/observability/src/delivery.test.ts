import { policyAllows, SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, type DeployRun, type ResourceState } from "@org/offline-engine";
import { Bucket, BucketNotification } from "@pulumi/aws/s3";
import { Alarms } from "./alarms";
import { EncryptedLogGroup } from "./encrypted-log-group";
import { ObjectCreatedEvents } from "./object-created-events";
import { keyFor } from "./service-key.fixture";

const region = "us-east-1";
const accountId = "123456789012";
const setting = { naming: new Naming({ project: "shop", environment: "dev" }), profile: "ephemeral" } as const;

/** The way of an event, and of the alarm when it does not arrive, joined as a stack joins it. */
function program(): void {
  const { arn } = keyFor("logs.us-east-1.amazonaws.com", "data");
  const { bucket } = new Bucket("logs", { bucket: "shop-dev-logs" });
  new BucketNotification("logs", { bucket, eventbridge: true });
  const events = new ObjectCreatedEvents("objects", {
    ...setting,
    buckets: { logs: bucket },
    logGroup: new EncryptedLogGroup("events", { ...setting, kmsKeyArn: arn }),
  });
  new Alarms("alarms", {
    ...setting,
    region,
    accountId,
    kmsKeyArn: keyFor("cloudwatch.amazonaws.com", "alarm").arn,
    subjects: {
      eventRules: events.ruleNames,
      deadLetterQueues: { objects: events.deadLetterQueueName },
      keys: { data: { arn } },
    },
  });
}

describe("the delivery of an object's event", () => {
  let run: DeployRun;
  beforeAll(async () => {
    run = await deploy({ providers: [new SimulatedAws()], program });
  });
  const textOf = ({ outputs }: ResourceState, property: string) => String(outputs[property]);
  const ruleArn = (name: string) => textOf(run.resource("aws:cloudwatch/eventRule:EventRule", name), "arn");
  it("is allowed to both principals that EventBridge writes with, for this rule and no other", () => {
    const policy = textOf(run.resource("aws:cloudwatch/logResourcePolicy:LogResourcePolicy"), "policyDocument");
    const group = `arn:aws:logs:${region}:${accountId}:log-group:/shop-dev-events`;
    for (const service of ["events.amazonaws.com", "delivery.logs.amazonaws.com"]) {
      const put = (source: string, logGroup = group) =>
        policyAllows(policy, {
          principal: { service },
          action: "logs:PutLogEvents",
          resource: `${logGroup}:log-stream:stream`,
          context: { "aws:SourceArn": source },
        });
      expect(policyAllows(policy, { principal: { service }, action: "logs:CreateLogStream", resource: `${group}:*` })).toBe(true);
      expect(put(ruleArn("objects-logs-rule"))).toBe(true);
      expect(put(`${ruleArn("objects-logs-rule")}-other`)).toBe(false);
      expect(put(ruleArn("objects-logs-rule"), `${group}-other`)).toBe(false);
    }
  });

  it("ends in an encrypted queue when it fails, which EventBridge may fill over TLS", () => {
    const policy = textOf(run.resource("aws:sqs/queuePolicy:QueuePolicy", "objects-dead-letter-queue-policy"), "policy");
    const resource = textOf(run.resource("aws:sqs/queue:Queue", "objects-dead-letter-queue"), "arn");
    const send = (tls: string) =>
      policyAllows(policy, {
        principal: { service: "events.amazonaws.com" },
        action: "sqs:SendMessage",
        resource,
        context: { "aws:SourceArn": ruleArn("objects-logs-rule"), "aws:SecureTransport": tls },
      });
    expect([send("true"), send("false")]).toEqual([true, false]);
  });

  it("is watched: a failed invocation and a dead letter are alarms that reach the topic", () => {
    const alarms = ["event-rule-logs-failed-invocations", "dead-letter-queue-objects-dead-letters"].map(
      (key) => run.resource("aws:cloudwatch/metricAlarm:MetricAlarm", `alarms-${key}-alarm`).inputs,
    );
    expect(alarms.map(({ dimensions }) => dimensions)).toEqual([
      { RuleName: "shop-dev-objects-logs" },
      { QueueName: "shop-dev-objects-dead-letters" },
    ]);
    const topicArn = textOf(run.resource("aws:sns/topic:Topic"), "arn");
    expect(alarms.map(({ alarmActions }) => alarmActions)).toEqual([[topicArn], [topicArn]]);
  });

  /** Whether the topic lets a service publish, in a request that says these things of its source. */
  const publishes = (service: string, context: Record<string, string>, tls = "true") =>
    policyAllows(textOf(run.resource("aws:sns/topicPolicy:TopicPolicy"), "policy"), {
      principal: { service },
      action: "sns:Publish",
      resource: textOf(run.resource("aws:sns/topic:Topic"), "arn"),
      context: { ...context, "aws:SecureTransport": tls },
    });

  it("lets alarms into the topic, of this account and over TLS", () => {
    const ofAccount = (account: string, tls?: string) =>
      publishes("cloudwatch.amazonaws.com", { "aws:SourceAccount": account }, tls);
    expect([ofAccount(accountId), ofAccount(accountId, "false"), ofAccount("210987654321")]).toEqual([true, false, false]);
  });

  it("lets notices of key deletions into the topic, of whose source EventBridge says nothing, over TLS", () => {
    expect([publishes("events.amazonaws.com", {}), publishes("events.amazonaws.com", {}, "false")]).toEqual([true, false]);
  });

  it("lets nobody else into the topic", () => {
    expect(publishes("s3.amazonaws.com", { "aws:SourceAccount": accountId })).toBe(false);
  });
});
