import { planAlarms, type PlannedAlarmsArgs } from "./alarms-plan";

const plan = (args: Partial<PlannedAlarmsArgs>) => planAlarms("alarms", { region: "eu-west-1", subjects: {}, ...args });
const messageOf = (args: Partial<PlannedAlarmsArgs>) => {
  try {
    plan(args);
    return "accepted";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe("plan of the alarms", () => {
  it("watches nothing that is not named", () => {
    expect(plan({})).toEqual({ alarms: [], edgeTopic: "none" });
  });

  it("names each alarm by its subject and gives it the dimensions of its metric", () => {
    const { alarms } = plan({
      subjects: {
        loadBalancer: { arnSuffix: "app/web/1", targetGroups: { primary: "targetgroup/primary/2" } },
        fleets: { primary: { autoScalingGroupName: "web-primary", minSize: 2 } },
        tables: { orders: "infra-dev-orders" },
        natGateways: { "eu-west-1a": "nat-1" },
        eventRules: { "alb-logs": "infra-dev-alb-logs" },
        deadLetterQueues: { events: "infra-dev-dead-letters" },
        distribution: { distributionId: "E1", notifications: "off" },
      },
    });
    expect(alarms.map(({ key, region, threshold, dimensions }) => ({ key, region, threshold, dimensions }))).toEqual([
      {
        key: "load-balancer-elb-5xx",
        region: "eu-west-1",
        threshold: 10,
        dimensions: { LoadBalancer: "app/web/1" },
      },
      ...[
        ["unhealthy-hosts", 0],
        ["no-healthy-host", 1],
        ["target-5xx", 10],
      ].map(([key, threshold]) => ({
        key: `target-group-primary-${key}`,
        region: "eu-west-1",
        threshold,
        dimensions: { LoadBalancer: "app/web/1", TargetGroup: "targetgroup/primary/2" },
      })),
      {
        key: "fleet-primary-below-min-size",
        region: "eu-west-1",
        threshold: 2,
        dimensions: { AutoScalingGroupName: "web-primary" },
      },
      ...["read-throttles", "write-throttles"].map((key) => ({
        key: `table-orders-${key}`,
        region: "eu-west-1",
        threshold: 0,
        dimensions: { TableName: "infra-dev-orders" },
      })),
      {
        key: "nat-gateway-eu-west-1a-port-allocation-errors",
        region: "eu-west-1",
        threshold: 0,
        dimensions: { NatGatewayId: "nat-1" },
      },
      {
        key: "event-rule-alb-logs-failed-invocations",
        region: "eu-west-1",
        threshold: 0,
        dimensions: { RuleName: "infra-dev-alb-logs" },
      },
      {
        key: "dead-letter-queue-events-dead-letters",
        region: "eu-west-1",
        threshold: 0,
        dimensions: { QueueName: "infra-dev-dead-letters" },
      },
      {
        key: "distribution-5xx-rate",
        region: "us-east-1",
        threshold: 5,
        dimensions: { DistributionId: "E1", Region: "Global" },
      },
    ]);
  });

  it("lets the one topic hear CloudFront in us-east-1, and a second one or nobody elsewhere", () => {
    const distribution = { distributionId: "E1" };
    const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/1";
    expect(plan({ region: "us-east-1", subjects: { distribution } }).edgeTopic).toBe("home");
    expect(plan({ subjects: { distribution: { ...distribution, notifications: { kmsKeyArn } } } }).edgeTopic).toBe("own");
    expect(plan({ subjects: { distribution: { ...distribution, notifications: "off" } } }).edgeTopic).toBe("none");
  });

  it("does not leave open who hears CloudFront from another region", () => {
    expect(messageOf({ subjects: { distribution: { distributionId: "E1" } } })).toBe(
      'Alarms "alarms": 1 invalid argument\n' +
        "  - `subjects.distribution.notifications` must say who hears CloudFront's alarms: they are in us-east-1 and " +
        'reach no topic of eu-west-1, got nothing: pass { kmsKeyArn } with a key of us-east-1, or "off"',
    );
  });

  it("refuses a second topic in us-east-1", () => {
    expect(messageOf({ region: "us-east-1", subjects: { distribution: { distributionId: "E1", notifications: "off" } } })).toBe(
      'Alarms "alarms": 1 invalid argument\n' +
        "  - `subjects.distribution.notifications` must be left out in us-east-1, where the one topic hears every alarm, " +
        'got "off": remove it',
    );
  });

  it("tells every problem at once, word for word", () => {
    expect(
      messageOf({
        subjects: { tables: { "My table": "t" }, fleets: { web: { autoScalingGroupName: "web", minSize: 0 } } },
        emailAddresses: ["on-call@example.com", "nobody", "on-call@example.com"],
      }),
    ).toBe(
      [
        'Alarms "alarms": 4 invalid arguments',
        '  - `subjects (table)` must be keyed by lower-case words with hyphens between them, which name the alarms, got "My table": use for example primary',
        "  - `subjects.fleets.web.minSize` must be a whole number from 1: a fleet that may be empty is never below its size, got 0: pass the fleet's minSize, or leave the fleet out",
        '  - `emailAddresses` must be e-mail addresses, each named once, got "nobody": use for example on-call@example.com',
        '  - `emailAddresses` must be e-mail addresses, each named once, got "on-call@example.com": use for example on-call@example.com',
      ].join("\n"),
    );
  });
});
