import { SimulatedAws } from "@org/aws-simulator";
import { deploy } from "@org/offline-engine";
import { Provider } from "@pulumi/aws/provider";
import { alarmsOf, alarmsType, childrenOfAlarms, compositeAlarm, metricAlarm, smallService } from "./alarms.fixture";

const asMap = (value: unknown) => value as Record<string, unknown> | undefined;

describe("Alarms with its options", () => {
  it("goes down and up again under the same names", async () => {
    const aws = new SimulatedAws();
    const up = await deploy({ providers: [aws], program: () => void alarmsOf() });
    const down = await deploy({ providers: [aws], program: () => undefined, state: up.state });
    expect(down.resources.filter(({ type }) => type.startsWith("aws:"))).toEqual([]);
    const again = await deploy({ providers: [aws], program: () => void alarmsOf(), state: down.state });
    expect(again.resource(alarmsType).outputs).toEqual(up.resource(alarmsType).outputs);
  });

  it("hands the provider through to every child", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => void alarmsOf({}, { provider: new Provider("regional", { region: "us-east-1" }) }),
    });
    expect(childrenOfAlarms(run)).toHaveLength(11);
    for (const { provider } of childrenOfAlarms(run)) expect(provider).toContain("::pulumi:providers:aws::regional::");
  });

  it("adds up a metric that is published for each operation", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => void alarmsOf({ subjects: { tables: { orders: "shop-dev-orders" } } }),
    });
    const { inputs } = run.resource(metricAlarm, "alarms-table-orders-system-errors-alarm");
    expect(inputs).not.toHaveProperty("metricName");
    expect(inputs.metricQueries).toHaveLength(11);
    expect(inputs.metricQueries).toEqual(
      expect.arrayContaining([
        { id: "total", expression: "SUM(FILL(METRICS(), 0))", label: "SystemErrors", returnData: true },
        {
          id: "m6",
          metric: {
            namespace: "AWS/DynamoDB",
            metricName: "SystemErrors",
            dimensions: { TableName: "shop-dev-orders", Operation: "Query" },
            period: 60,
            stat: "Sum",
          },
        },
      ]),
    );
  });

  it("costs nothing fixed in an ephemeral environment, and links to the runbook that it is given", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => void alarmsOf({ profile: "ephemeral", runbookUrl: "https://wiki.example.com/runbook" }),
    });
    expect(childrenOfAlarms(run)).toHaveLength(9);
    expect(run.resource(metricAlarm, "alarms-load-balancer-elb-5xx-alarm").inputs.alarmDescription).toContain(
      "Runbook: https://wiki.example.com/runbook#elb-5xx",
    );
    expect(run.resource(alarmsType).outputs).not.toHaveProperty("dashboardName");
  });

  it("links to the runbook that it is given from the alarm of users too", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => void alarmsOf({ runbookUrl: "https://wiki.example.com/runbook" }),
    });
    expect(run.resource(compositeAlarm).inputs.alarmDescription).toBe(
      "Users are affected: their requests fail. Runbook: https://wiki.example.com/runbook#users-affected",
    );
  });

  it("gives its tags to everything that AWS can tag", async () => {
    const keys = { data: { arn: "arn:aws:kms:us-east-1:123456789012:key/data" } };
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => void alarmsOf({ subjects: { ...smallService, keys }, tags: { Team: "web" } }),
    });
    const untagged = childrenOfAlarms(run).filter(({ inputs }) => asMap(inputs.tags)?.["Team"] !== "web");
    expect(untagged.map(({ type }) => type).sort()).toEqual([
      "aws:cloudwatch/dashboard:Dashboard",
      "aws:cloudwatch/eventTarget:EventTarget",
      "aws:sns/topicPolicy:TopicPolicy",
      "aws:sqs/queuePolicy:QueuePolicy",
    ]);
  });

  it("takes the limits that it is given", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => void alarmsOf({ thresholds: { "load-balancer-elb-5xx": 50 } }),
    });
    expect(run.resource(metricAlarm, "alarms-load-balancer-elb-5xx-alarm").inputs.threshold).toBe(50);
  });

  it("refuses illegal tags before anything of it is registered", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      expectFailure: true,
      program: () => void alarmsOf({ tags: { "aws:x": "y" } }),
    });
    expect(run.resourcesOf(alarmsType)).toEqual([]);
    expect(run.diagnostics.map(({ message }) => message).join()).toContain('must have a key that does not start with "aws:"');
  });

  it("refuses illegal arguments before anything of it is registered", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      expectFailure: true,
      program: () => void alarmsOf({ region: "eu-west-1" }),
    });
    expect(run.resourcesOf(alarmsType)).toEqual([]);
    expect(run.diagnostics.map(({ message }) => message)).toEqual([
      'Alarms "alarms": 1 invalid argument\n' +
        "  - `subjects.distribution.notifications` must say who hears CloudFront's alarms: they are in us-east-1 and reach " +
        'no topic of eu-west-1, got nothing: pass { kmsKeyArn } with a key of us-east-1, or "off"',
    ]);
  });
});
