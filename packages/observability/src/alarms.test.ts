import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, type DeployRun } from "@org/offline-engine";
import { Provider } from "@pulumi/aws/provider";
import type { ComponentResourceOptions } from "@pulumi/pulumi";
import { Alarms, type AlarmsArgs } from "./alarms";
import { keyFor } from "./service-key.fixture";

const naming = new Naming({ project: "shop", environment: "dev" });
const own = "org:observability:Alarms";
const metricAlarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
const topic = "aws:sns/topic:Topic";
const topicPolicy = "aws:sns/topicPolicy:TopicPolicy";

function alarmsOf(args: Partial<AlarmsArgs> = {}, opts?: ComponentResourceOptions) {
  return new Alarms(
    "alarms",
    {
      region: "us-east-1",
      accountId: "123456789012",
      kmsKeyArn: keyFor("cloudwatch.amazonaws.com").arn,
      subjects: {
        loadBalancer: { arnSuffix: "app/web/1", targetGroups: { primary: "targetgroup/primary/2" } },
        fleets: { primary: { autoScalingGroupName: "shop-dev-primary", minSize: 2 } },
        distribution: { distributionId: "E2QWRUHAPOMQZL" },
      },
      naming,
      ...args,
    },
    opts,
  );
}

const childrenOf = (run: DeployRun) => run.resources.filter(({ parent }) => parent === run.resource(own).urn);
const json = (text: unknown) => JSON.parse(String(text));

describe("Alarms", () => {
  const aws = new SimulatedAws();
  let run: DeployRun;
  const program = () => void alarmsOf({ emailAddresses: ["on-call@example.com"], tags: { Team: "web" } });
  beforeAll(async () => {
    run = await deploy({ providers: [aws], program });
  });

  it("creates exactly these resources, all of them its children", () => {
    expect(childrenOf(run).map(({ type, urn }) => `${type} ${urn.split("::").at(-1)}`).sort()).toEqual([
      "aws:cloudwatch/metricAlarm:MetricAlarm alarms-distribution-5xx-rate-alarm",
      "aws:cloudwatch/metricAlarm:MetricAlarm alarms-fleet-primary-below-min-size-alarm",
      "aws:cloudwatch/metricAlarm:MetricAlarm alarms-load-balancer-elb-5xx-alarm",
      "aws:cloudwatch/metricAlarm:MetricAlarm alarms-target-group-primary-no-healthy-host-alarm",
      "aws:cloudwatch/metricAlarm:MetricAlarm alarms-target-group-primary-target-5xx-alarm",
      "aws:cloudwatch/metricAlarm:MetricAlarm alarms-target-group-primary-unhealthy-hosts-alarm",
      "aws:sns/topic:Topic alarms-topic",
      "aws:sns/topicPolicy:TopicPolicy alarms-topic-policy",
      "aws:sns/topicSubscription:TopicSubscription alarms-subscription-on-call@example.com",
    ]);
  });

  it("publishes to a topic that is encrypted with the given key, and open to this account's alarms alone", () => {
    const { inputs, outputs } = run.resource(topic);
    expect(inputs).toMatchObject({
      name: "shop-dev-alarms",
      region: "us-east-1",
      kmsMasterKeyId: run.resource("aws:kms/key:Key").outputs.arn,
    });
    expect(json(run.resource(topicPolicy).inputs.policy)).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "PublishAlarms",
          Effect: "Allow",
          Principal: { Service: "cloudwatch.amazonaws.com" },
          Action: "sns:Publish",
          Resource: outputs.arn,
          Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
        },
        {
          Sid: "DenyWithoutTls",
          Effect: "Deny",
          Principal: "*",
          Action: "sns:Publish",
          Resource: outputs.arn,
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
  });

  it("turns a row of the catalogue into an alarm", () => {
    expect(run.resource(metricAlarm, "alarms-fleet-primary-below-min-size-alarm").inputs).toMatchObject({
      name: "shop-dev-alarms-fleet-primary-below-min-size",
      region: "us-east-1",
      namespace: "AWS/AutoScaling",
      metricName: "GroupInServiceInstances",
      dimensions: { AutoScalingGroupName: "shop-dev-primary" },
      statistic: "Minimum",
      period: 60,
      evaluationPeriods: 15,
      datapointsToAlarm: 15,
      comparisonOperator: "LessThanThreshold",
      threshold: 2,
      treatMissingData: "breaching",
      actionsEnabled: true,
      alarmDescription:
        "Auto Scaling has not been able to start the smallest number of instances for longer than a launch takes.",
      tags: { Team: "web", ManagedBy: "pulumi" },
    });
  });

  it("tells the topic when an alarm starts and ends, once the topic may be told", () => {
    const arn = run.resource(topic).outputs.arn;
    expect(run.resourcesOf(metricAlarm)).toHaveLength(6);
    for (const { inputs, dependencies } of run.resourcesOf(metricAlarm)) {
      expect(inputs).toMatchObject({ alarmActions: [arn], okActions: [arn] });
      expect(dependencies).toContain(run.resource(topicPolicy).urn);
    }
  });

  it("tells everybody who is named", () => {
    expect(run.resource("aws:sns/topicSubscription:TopicSubscription").inputs).toMatchObject({
      topic: run.resource(topic).outputs.arn,
      protocol: "email",
      endpoint: "on-call@example.com",
    });
  });

  it("registers its outputs", () => {
    expect(run.resource(own).outputs).toEqual({ topicArn: "arn:aws:sns:us-east-1:123456789012:shop-dev-alarms" });
  });

  it("changes nothing in a second deployment", async () => {
    const second = await deploy({ providers: [aws], program, state: run.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });
});

describe("Alarms at home in another region", () => {
  const config = { "aws:region": "eu-west-1" };
  const inEurope = (notifications: { kmsKeyArn: string } | "off"): Partial<AlarmsArgs> => ({
    region: "eu-west-1",
    subjects: {
      tables: { orders: "shop-dev-orders" },
      distribution: { distributionId: "E2QWRUHAPOMQZL", notifications },
    },
  });

  it("watches CloudFront in us-east-1, through a topic of its own there", async () => {
    const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const run = await deploy({
      config,
      providers: [new SimulatedAws()],
      program: () => void alarmsOf(inEurope({ kmsKeyArn })),
    });
    const edge = run.resource(topic, "alarms-edge-topic");
    expect(edge.inputs).toMatchObject({ name: "shop-dev-alarms-edge", region: "us-east-1", kmsMasterKeyId: kmsKeyArn });
    expect(run.resource(topicPolicy, "alarms-edge-topic-policy").inputs).toMatchObject({
      region: "us-east-1",
      arn: edge.outputs.arn,
    });
    expect(run.resource(metricAlarm, "alarms-distribution-5xx-rate-alarm").inputs).toMatchObject({
      region: "us-east-1",
      dimensions: { DistributionId: "E2QWRUHAPOMQZL", Region: "Global" },
      alarmActions: [edge.outputs.arn],
    });
    expect(run.resource(metricAlarm, "alarms-table-orders-read-throttles-alarm").inputs).toMatchObject({
      region: "eu-west-1",
      alarmActions: [run.resource(topic, "alarms-topic").outputs.arn],
    });
  });

  it("can leave CloudFront's alarms to the console", async () => {
    const run = await deploy({ config, providers: [new SimulatedAws()], program: () => void alarmsOf(inEurope("off")) });
    expect(run.resourcesOf(topic)).toHaveLength(1);
    expect(run.resource(metricAlarm, "alarms-distribution-5xx-rate-alarm").inputs).toMatchObject({
      region: "us-east-1",
      alarmActions: [],
      okActions: [],
    });
  });
});

describe("Alarms with its options", () => {
  it("goes down and up again under the same names", async () => {
    const aws = new SimulatedAws();
    const up = await deploy({ providers: [aws], program: () => void alarmsOf() });
    const down = await deploy({ providers: [aws], program: () => undefined, state: up.state });
    expect(down.resources.filter(({ type }) => type.startsWith("aws:"))).toEqual([]);
    const again = await deploy({ providers: [aws], program: () => void alarmsOf(), state: down.state });
    expect(again.resource(own).outputs).toEqual(up.resource(own).outputs);
  });

  it("hands the provider through to every child", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => void alarmsOf({}, { provider: new Provider("regional", { region: "us-east-1" }) }),
    });
    expect(childrenOf(run)).toHaveLength(8);
    for (const { provider } of childrenOf(run)) expect(provider).toContain("::pulumi:providers:aws::regional::");
  });

  it("refuses illegal arguments before anything of it is registered", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      expectFailure: true,
      program: () => void alarmsOf({ region: "eu-west-1" }),
    });
    expect(run.resourcesOf(own)).toEqual([]);
    expect(run.diagnostics.map(({ message }) => message)).toEqual([
      'Alarms "alarms": 1 invalid argument\n' +
        "  - `subjects.distribution.notifications` must say who hears CloudFront's alarms: they are in us-east-1 and reach " +
        'no topic of eu-west-1, got nothing: pass { kmsKeyArn } with a key of us-east-1, or "off"',
    ]);
  });
});
