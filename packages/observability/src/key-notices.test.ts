import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, type DeployRun } from "@org/offline-engine";
import { Alarms, type AlarmsArgs } from "./alarms";
import { keyFor } from "./service-key.fixture";

const naming = new Naming({ project: "shop", environment: "dev" });
const eventRule = "aws:cloudwatch/eventRule:EventRule";
const eventTarget = "aws:cloudwatch/eventTarget:EventTarget";
const json = (text: unknown) => JSON.parse(String(text));

function watchKeys(args: Pick<AlarmsArgs, "region" | "kmsKeyArn" | "subjects" | "runbookUrl">) {
  return new Alarms("alarms", { accountId: "123456789012", naming, profile: "ephemeral", ...args });
}

describe("notices of key deletions", () => {
  const aws = new SimulatedAws();
  let run: DeployRun;
  const program = () => {
    const { arn } = keyFor("logs.us-east-1.amazonaws.com", "data");
    const kmsKeyArn = keyFor("events.amazonaws.com", "alarm").arn;
    watchKeys({ region: "us-east-1", kmsKeyArn, subjects: { keys: { data: { arn } } } });
  };
  beforeAll(async () => {
    run = await deploy({ providers: [aws], program });
  });
  const ruleArn = () => run.resource(eventRule).outputs.arn;
  const topicArn = () => run.resource("aws:sns/topic:Topic").outputs.arn;

  it("hear by CloudTrail that the key is to be deleted or disabled, by whatever name it was called", () => {
    const { inputs } = run.resource(eventRule, "alarms-key-notices-data-rule");
    expect(inputs).toMatchObject({
      name: "shop-dev-alarms-key-notices-data",
      description: "Deletion or disabling of the KMS key data",
      region: "us-east-1",
      state: "ENABLED",
      tags: { Name: "shop-dev-alarms-key-notices-data" },
    });
    expect(json(inputs.eventPattern)).toEqual({
      source: ["aws.kms"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: {
        eventSource: ["kms.amazonaws.com"],
        eventName: ["DisableKey", "ScheduleKeyDeletion"],
        resources: { ARN: [run.resource("aws:kms/key:Key", "data").outputs.arn] },
      },
    });
  });

  it("go to the topic of the alarms, which asks EventBridge nothing that it cannot answer, or wait in a queue", () => {
    const { inputs, dependencies } = run.resource(eventTarget, "alarms-key-notices-data-target");
    const queue = run.resource("aws:sqs/queue:Queue");
    expect(inputs).toMatchObject({
      rule: "shop-dev-alarms-key-notices-data",
      targetId: "shop-dev-alarms-key-notices-data",
      arn: topicArn(),
      deadLetterConfig: { arn: queue.outputs.arn },
    });
    expect(inputs).not.toHaveProperty("roleArn");
    expect(dependencies).toContain(run.resource("aws:sns/topicPolicy:TopicPolicy").urn);
    expect(dependencies).toContain(run.resource("aws:sqs/queuePolicy:QueuePolicy").urn);
    const { Statement } = json(run.resource("aws:sns/topicPolicy:TopicPolicy").inputs.policy);
    expect(Statement).toHaveLength(3);
    expect(Statement[1]).toEqual({
      Sid: "PublishEvents",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sns:Publish",
      Resource: topicArn(),
    });
  });

  it("say in a sentence what was done to which key, by whom and when, and link to the runbook", () => {
    const { inputTransformer } = run.resource(eventTarget).inputs as { inputTransformer?: Record<string, unknown> };
    expect(inputTransformer?.["inputPaths"]).toEqual({
      call: "$.detail.eventName",
      caller: "$.detail.userIdentity.arn",
      time: "$.time",
    });
    expect(json(inputTransformer?.["inputTemplate"])).toBe(
      `<call> for the KMS key ${String(run.resource("aws:kms/key:Key", "data").outputs.arn)} by <caller> at <time>: what it ` +
        "encrypts cannot be read any more, and never again once the key is deleted. " +
        "Runbook: https://github.com/org/infra/blob/main/packages/observability/RUNBOOK.md#key-deletion",
    );
  });

  it("keep what was not delivered under the topic's key, from the rule alone", () => {
    expect(run.resource("aws:sqs/queue:Queue", "alarms-key-notices-dead-letter-queue").inputs).toMatchObject({
      name: "shop-dev-alarms-key-notices-dead-letters",
      messageRetentionSeconds: 1_209_600,
      kmsMasterKeyId: run.resource("aws:kms/key:Key", "alarm").outputs.arn,
    });
    expect(json(run.resource("aws:sqs/queuePolicy:QueuePolicy").inputs.policy).Statement[0].Condition).toEqual({
      ArnEquals: { "aws:SourceArn": [ruleArn()] },
    });
  });

  it("are watched themselves", () => {
    const alarms = run.resourcesOf("aws:cloudwatch/metricAlarm:MetricAlarm");
    expect(alarms.map(({ inputs }) => [inputs.metricName, inputs.dimensions])).toEqual([
      ["FailedInvocations", { RuleName: run.resource(eventRule).inputs.name }],
      ["ApproximateNumberOfMessagesVisible", { QueueName: run.resource("aws:sqs/queue:Queue").inputs.name }],
    ]);
  });

  it("change nothing in a second deployment", async () => {
    const second = await deploy({ providers: [aws], program, state: run.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });
});

describe("notices of key deletions in two regions", () => {
  it("go to the topic of the key's own region", async () => {
    const keyArn = (region: string, id: string) => `arn:aws:kms:${region}:123456789012:key/${id}`;
    const run = await deploy({
      config: { "aws:region": "eu-west-1" },
      providers: [new SimulatedAws()],
      program: () => {
        watchKeys({
          region: "eu-west-1",
          kmsKeyArn: keyArn("eu-west-1", "alarm"),
          runbookUrl: "https://wiki.example.com/runbook",
          subjects: {
            distribution: { distributionId: "E1", notifications: { kmsKeyArn: keyArn("us-east-1", "alarm") } },
            keys: {
              data: { arn: keyArn("eu-west-1", "data") },
              edge: { arn: keyArn("us-east-1", "edge"), region: "us-east-1" },
            },
          },
        });
      },
    });
    for (const [target, topic, region] of [
      ["alarms-key-notices-data-target", "alarms-topic", "eu-west-1"],
      ["alarms-edge-key-notices-edge-target", "alarms-edge-topic", "us-east-1"],
    ]) {
      const { inputs } = run.resource(eventTarget, target);
      expect(inputs).toMatchObject({ region, arn: run.resource("aws:sns/topic:Topic", topic).outputs.arn });
      expect(JSON.stringify(inputs)).toContain("https://wiki.example.com/runbook#key-deletion");
    }
    expect(run.resourcesOf("aws:sqs/queue:Queue").map(({ inputs }) => inputs.region)).toEqual(["eu-west-1", "us-east-1"]);
  });
});

describe("notices of the deletion of the topic's own key", () => {
  it("are refused as soon as the key is known, as they could not be delivered", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      expectFailure: true,
      program: () => {
        const { arn } = keyFor("events.amazonaws.com");
        watchKeys({ region: "us-east-1", kmsKeyArn: arn, subjects: { keys: { data: { arn } } } });
      },
    });
    expect(run.failed).toBe(true);
    expect(run.diagnostics.map(({ message }) => message).join("\n")).toContain(
      'Alarms "alarms": 1 invalid argument\n' +
        "  - `subjects.keys.data.arn` must not be the key of the topic: a notice encrypted with a key that was disabled is never " +
        "delivered",
    );
    expect(run.resourcesOf(eventRule)).toEqual([]);
  });
});
