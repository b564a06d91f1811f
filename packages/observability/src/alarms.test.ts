import { SimulatedAws } from "@org/aws-simulator";
import { deploy, type DeployRun } from "@org/offline-engine";
import { alarmsOf, alarmsType, childrenOfAlarms, compositeAlarm, metricAlarm, topic, topicPolicy } from "./alarms.fixture";

const json = (text: unknown) => JSON.parse(String(text));

describe("Alarms", () => {
  const aws = new SimulatedAws();
  let run: DeployRun;
  const program = () => void alarmsOf({ emailAddresses: ["on-call@example.com"], tags: { Team: "web" } });
  beforeAll(async () => {
    run = await deploy({ providers: [aws], program });
  });

  it("creates exactly these resources, all of them its children", () => {
    expect(childrenOfAlarms(run).map(({ type, urn }) => `${type} ${urn.split("::").at(-1)}`).sort()).toEqual([
      "aws:cloudwatch/compositeAlarm:CompositeAlarm alarms-users-affected-alarm",
      "aws:cloudwatch/dashboard:Dashboard alarms-dashboard",
      "aws:cloudwatch/metricAlarm:MetricAlarm alarms-distribution-5xx-rate-alarm",
      "aws:cloudwatch/metricAlarm:MetricAlarm alarms-fleet-primary-below-min-size-alarm",
      "aws:cloudwatch/metricAlarm:MetricAlarm alarms-load-balancer-elb-5xx-alarm",
      "aws:cloudwatch/metricAlarm:MetricAlarm alarms-load-balancer-slow-responses-alarm",
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
        "Auto Scaling has not been able to start the smallest number of instances for longer than a launch takes. A " +
        "replacement is launched, started and healthy in less than 15 minutes; the limit is the fleet's own minSize. " +
        "Runbook: https://github.com/org/infra/blob/main/packages/observability/RUNBOOK.md#below-min-size",
      tags: { Team: "web", ManagedBy: "pulumi" },
    });
  });

  it("tells the topic when an alarm starts and ends, once the topic may be told", () => {
    const arn = run.resource(topic).outputs.arn;
    expect(run.resourcesOf(metricAlarm)).toHaveLength(7);
    for (const { inputs, dependencies } of run.resourcesOf(metricAlarm)) {
      expect(inputs).toMatchObject({ alarmActions: [arn], okActions: [arn] });
      expect(dependencies).toContain(run.resource(topicPolicy).urn);
    }
  });

  it("watches a percentile, of which an average knows nothing", () => {
    const { inputs } = run.resource(metricAlarm, "alarms-load-balancer-slow-responses-alarm");
    expect(inputs).toMatchObject({ metricName: "TargetResponseTime", extendedStatistic: "p95", threshold: 2 });
    expect(inputs).not.toHaveProperty("statistic");
  });

  it("says by one alarm that users are affected, from every alarm that users feel", () => {
    const arn = run.resource(topic).outputs.arn;
    const { inputs, dependencies } = run.resource(compositeAlarm);
    expect(inputs).toMatchObject({
      alarmName: "shop-dev-alarms-users-affected",
      alarmDescription:
        "Users are affected: their requests fail. " +
        "Runbook: https://github.com/org/infra/blob/main/packages/observability/RUNBOOK.md#users-affected",
      region: "us-east-1",
      alarmRule: [
        'ALARM("shop-dev-alarms-distribution-5xx-rate")',
        'ALARM("shop-dev-alarms-load-balancer-elb-5xx")',
        'ALARM("shop-dev-alarms-target-group-primary-no-healthy-host")',
        'ALARM("shop-dev-alarms-target-group-primary-target-5xx")',
      ].join(" OR "),
      actionsEnabled: true,
      alarmActions: [arn],
      okActions: [arn],
      tags: { Team: "web", Name: "shop-dev-alarms-users-affected" },
    });
    expect(dependencies).toContain(run.resource(topicPolicy).urn);
  });

  it("shows everything that it watches on a dashboard, whose name is its region's own", () => {
    const { inputs } = run.resource("aws:cloudwatch/dashboard:Dashboard");
    expect(inputs.dashboardName).toBe("shop-dev-alarms-us-east-1");
    const { widgets } = json(inputs.dashboardBody);
    const arnOfAlarm = (key: string) => run.resource(metricAlarm, `alarms-${key}-alarm`).outputs.arn;
    expect(widgets[0]).toEqual({
      type: "alarm",
      x: 0,
      y: 0,
      width: 24,
      height: 3,
      properties: {
        title: "Alarms in us-east-1",
        alarms: [
          run.resource(compositeAlarm).outputs.arn,
          ...["distribution-5xx-rate", "load-balancer-elb-5xx", "load-balancer-slow-responses"].map(arnOfAlarm),
          ...["unhealthy-hosts", "no-healthy-host", "target-5xx"].map((key) => arnOfAlarm(`target-group-primary-${key}`)),
          arnOfAlarm("fleet-primary-below-min-size"),
        ],
      },
    });
    expect(widgets.filter(({ type }: { type: string }) => type === "metric")).toHaveLength(7);
  });

  it("tells everybody who is named", () => {
    expect(run.resource("aws:sns/topicSubscription:TopicSubscription").inputs).toMatchObject({
      topic: run.resource(topic).outputs.arn,
      protocol: "email",
      endpoint: "on-call@example.com",
    });
  });

  it("registers its outputs", () => {
    expect(run.resource(alarmsType).outputs).toEqual({
      topicArn: "arn:aws:sns:us-east-1:123456789012:shop-dev-alarms",
      dashboardName: "shop-dev-alarms-us-east-1",
    });
  });

  it("changes nothing in a second deployment", async () => {
    const second = await deploy({ providers: [aws], program, state: run.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });
});
