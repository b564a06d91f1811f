import { Naming } from "@org/infra-naming";
import { planAlarms, type PlannedAlarmsArgs } from "./alarms-plan";
import { edgeKeyArn as edgeKey, everySubject, homeKeyArn as homeKey } from "./every-subject.fixture";

const naming = new Naming({ project: "shop", environment: "dev" });
const plan = (args: Partial<PlannedAlarmsArgs>) =>
  planAlarms("alarms", { region: "eu-west-1", kmsKeyArn: homeKey, subjects: {}, ...args }, naming);
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
    expect(plan({})).toEqual({ alarms: [], keyNotices: [], edgeTopic: "none", usersAffected: [], dashboard: false });
  });

  it("names each alarm by its subject and gives it the region, limit and dimensions of its metric", () => {
    const { alarms } = plan({ subjects: everySubject });
    expect(alarms.map(({ key, region, threshold, dimensions }) => [key, region, threshold, dimensions])).toEqual([
      ["distribution-5xx-rate", "us-east-1", 5, { DistributionId: "E1", Region: "Global" }],
      ["distribution-origin-latency", "us-east-1", 3_000, { DistributionId: "E1", Region: "Global" }],
      ["web-acl-blocked-requests", "us-east-1", 1_000, { Rule: "ALL", WebACL: "shop-dev-web-acl" }],
      ["load-balancer-elb-5xx", "eu-west-1", 10, { LoadBalancer: "app/web/1" }],
      ["load-balancer-slow-responses", "eu-west-1", 2, { LoadBalancer: "app/web/1" }],
      ...[
        ["unhealthy-hosts", 0],
        ["no-healthy-host", 1],
        ["target-5xx", 10],
      ].map(([key, limit]) => [
        `target-group-primary-${key}`,
        "eu-west-1",
        limit,
        { LoadBalancer: "app/web/1", TargetGroup: "targetgroup/primary/2" },
      ]),
      ["fleet-primary-below-min-size", "eu-west-1", 2, { AutoScalingGroupName: "web-primary" }],
      ["table-orders-read-throttles", "eu-west-1", 0, { TableName: "shop-dev-orders" }],
      ["table-orders-write-throttles", "eu-west-1", 0, { TableName: "shop-dev-orders" }],
      ["table-orders-system-errors", "eu-west-1", 0, { TableName: "shop-dev-orders" }],
      ...["read-throttles", "write-throttles"].map((key) => [
        `table-index-orders-by-customer-${key}`,
        "eu-west-1",
        0,
        { TableName: "shop-dev-orders", GlobalSecondaryIndexName: "byCustomer" },
      ]),
      ["backup-vault-daily-failed-backup-jobs", "eu-west-1", 0, { BackupVaultName: "shop-dev-daily" }],
      ["backup-vault-daily-expired-backup-jobs", "eu-west-1", 0, { BackupVaultName: "shop-dev-daily" }],
      ["nat-gateway-eu-west-1a-port-allocation-errors", "eu-west-1", 0, { NatGatewayId: "nat-1" }],
      ["nat-gateway-eu-west-1a-dropped-packets", "eu-west-1", 100, { NatGatewayId: "nat-1" }],
      ["regional-nat-gateway-port-allocation-errors", "eu-west-1", 0, { NatGatewayId: "nat-2" }],
      ["regional-nat-gateway-dropped-packets", "eu-west-1", 100, { NatGatewayId: "nat-2" }],
      ["event-rule-alb-logs-failed-invocations", "eu-west-1", 0, { RuleName: "shop-dev-alb-logs" }],
      ["dead-letter-queue-events-dead-letters", "eu-west-1", 0, { QueueName: "shop-dev-dead-letters" }],
      ["log-group-app-log-silence", "eu-west-1", 1, { LogGroupName: "/shop-dev-app" }],
      ["access-log-alb-logs-access-log-silence", "eu-west-1", 1, { RuleName: "shop-dev-alb-logs" }],
      ["key-notice-data-failed-invocations", "eu-west-1", 0, { RuleName: "shop-dev-alarms-key-notices-data" }],
      ["key-notice-queue-dead-letters", "eu-west-1", 0, { QueueName: "shop-dev-alarms-key-notices-dead-letters" }],
      ["key-notice-edge-failed-invocations", "us-east-1", 0, { RuleName: "shop-dev-alarms-edge-key-notices-edge" }],
      [
        "key-notice-queue-edge-dead-letters",
        "us-east-1",
        0,
        { QueueName: "shop-dev-alarms-edge-key-notices-dead-letters" },
      ],
    ]);
  });

  it("never gives two alarms one name, and each the dimensions that its metric has", () => {
    const { alarms } = plan({ subjects: everySubject });
    expect(new Set(alarms.map(({ key }) => key)).size).toBe(alarms.length);
    for (const { definition, dimensions } of alarms) expect(Object.keys(dimensions)).toEqual(definition.dimensions);
  });

  it("asks for a metric that has to be bought only when it is there", () => {
    const distribution = { distributionId: "E1", notifications: "off" } as const;
    expect(plan({ subjects: { distribution } }).alarms.map(({ key }) => key)).toEqual(["distribution-5xx-rate"]);
  });

  it("lets a limit be another one, by the alarm's name", () => {
    const { alarms } = plan({ subjects: { natGateways: { a: "nat-1" } }, thresholds: { "nat-gateway-a-dropped-packets": 500 } });
    expect(alarms.map(({ threshold }) => threshold)).toEqual([0, 500]);
  });

  it("says that users are affected by the alarms of the home region that users feel", () => {
    expect(plan({ subjects: everySubject }).usersAffected).toEqual([
      "load-balancer-elb-5xx",
      "target-group-primary-no-healthy-host",
      "target-group-primary-target-5xx",
    ]);
    const atHome = { region: "us-east-1", kmsKeyArn: edgeKey, subjects: { distribution: { distributionId: "E1" } } };
    expect(plan(atHome).usersAffected).toEqual(["distribution-5xx-rate"]);
  });

  it("leaves what costs a fixed sum out of ephemeral environments, unless it is asked for", () => {
    const args = { subjects: { loadBalancer: { arnSuffix: "app/web/1" } } };
    const extras = (more: Partial<PlannedAlarmsArgs>) => {
      const { usersAffected, dashboard } = plan({ ...args, ...more });
      return [usersAffected.length, dashboard];
    };
    expect(extras({})).toEqual([1, true]);
    expect(extras({ profile: "production", usersAffected: false, dashboard: false })).toEqual([0, false]);
    expect(extras({ profile: "ephemeral" })).toEqual([0, false]);
    expect(extras({ profile: "ephemeral", usersAffected: true, dashboard: true })).toEqual([1, true]);
  });

  it("lets the one topic hear CloudFront in us-east-1, and a second one or nobody elsewhere", () => {
    const distribution = { distributionId: "E1" };
    expect(plan({ region: "us-east-1", kmsKeyArn: edgeKey, subjects: { distribution } }).edgeTopic).toBe("home");
    const own = { ...distribution, notifications: { kmsKeyArn: edgeKey } };
    expect(plan({ subjects: { distribution: own } }).edgeTopic).toBe("own");
    expect(plan({ subjects: { distribution: { ...distribution, notifications: "off" } } }).edgeTopic).toBe("none");
  });

  it("does not leave open who hears CloudFront from another region", () => {
    expect(messageOf({ subjects: { distribution: { distributionId: "E1" } } })).toBe(
      'Alarms "alarms": 1 invalid argument\n' +
        "  - `subjects.distribution.notifications` must say who hears CloudFront's alarms: they are in us-east-1 and " +
        'reach no topic of eu-west-1, got nothing: pass { kmsKeyArn } with a key of us-east-1, or "off"',
    );
  });

  it.each([
    ["off" as const, "off"],
    [{ kmsKeyArn: edgeKey }, "a key"],
  ])("refuses a second topic in us-east-1", (notifications, got) => {
    const subjects = { distribution: { distributionId: "E1", notifications } };
    expect(messageOf({ region: "us-east-1", kmsKeyArn: edgeKey, subjects })).toBe(
      'Alarms "alarms": 1 invalid argument\n' +
        "  - `subjects.distribution.notifications` must be left out in us-east-1, where the one topic hears every alarm, " +
        `got "${got}": remove it`,
    );
  });

  it("refuses keys of another region than what they encrypt or where they are watched", () => {
    const subjects = {
      distribution: { distributionId: "E1", notifications: { kmsKeyArn: homeKey } },
      keys: { data: { arn: edgeKey } },
    };
    const inOwnRegion = "a key encrypts in its own region alone";
    expect(messageOf({ kmsKeyArn: edgeKey, subjects })).toBe(
      [
        'Alarms "alarms": 4 invalid arguments',
        `  - \`kmsKeyArn\` must be a key of eu-west-1: ${inOwnRegion}, got "${edgeKey}": pass a key, or a replica of a multi-Region key, of eu-west-1`,
        `  - \`subjects.distribution.notifications.kmsKeyArn\` must be a key of us-east-1: ${inOwnRegion}, got "${homeKey}": pass a key, or a replica of a multi-Region key, of us-east-1`,
        `  - \`subjects.keys.data.arn\` must be a key of eu-west-1: ${inOwnRegion}, got "${edgeKey}": pass a key, or a replica of a multi-Region key, of eu-west-1`,
        `  - \`subjects.keys.data.arn\` must not be the key of the topic: a notice encrypted with a key that was disabled is never delivered, got "${edgeKey}": encrypt the topic with a key of its own`,
      ].join("\n"),
    );
  });

  it.each([[[]], [["eu-west-1a", "eu-west-1a"]], [Array.from({ length: 11 }, (_, index) => `zone-${index}`)]])(
    "refuses a regional NAT gateway with the zones %j, whose metrics could not be added up",
    (availabilityZones) => {
      expect(messageOf({ subjects: { regionalNatGateway: { natGatewayId: "nat-1", availabilityZones } } })).toBe(
        'Alarms "alarms": 1 invalid argument\n' +
          "  - `subjects.regionalNatGateway.availabilityZones` must be 1 to 10 zones, each named once: the gateway's metrics are " +
          `published for each of them alone, got ${JSON.stringify(availabilityZones)}: pass the zones of the network`,
      );
    },
  );

  it("refuses to watch a key where it has no topic to tell", () => {
    const keys = { edge: { arn: edgeKey, region: "us-east-1" } };
    expect(messageOf({ subjects: { keys } })).toBe(
      'Alarms "alarms": 1 invalid argument\n' +
        "  - `subjects.keys.edge.region` must be a region with a topic of these alarms: eu-west-1, got " +
        '"us-east-1": watch the key by Alarms of us-east-1, or give the distribution notifications in us-east-1',
    );
  });

  it("compares keys only once they are known", () => {
    expect(messageOf({ kmsKeyArn: Promise.resolve(edgeKey), subjects: { keys: { data: { arn: Promise.resolve(edgeKey) } } } })).toBe(
      "accepted",
    );
  });

  it("refuses limits of alarms that do not exist, and limits that are no numbers", () => {
    expect(messageOf({ thresholds: { "elb-5xx": 3 } })).toBe(
      'Alarms "alarms": 1 invalid argument\n' +
        "  - `thresholds.elb-5xx` must be of an alarm that there is, got 3: name a subject first",
    );
    const subjects = { natGateways: { a: "nat-1" } };
    expect(messageOf({ subjects, thresholds: { "nat-gateway-a": 3, "nat-gateway-a-dropped-packets": Number.NaN } })).toBe(
      [
        'Alarms "alarms": 2 invalid arguments',
        "  - `thresholds.nat-gateway-a` must be of an alarm that there is, got 3: use one of nat-gateway-a-port-allocation-errors, nat-gateway-a-dropped-packets",
        "  - `thresholds.nat-gateway-a-dropped-packets` must be a number in the metric's own unit, got NaN: use for example 10",
      ].join("\n"),
    );
  });

  it("tells every problem at once, word for word", () => {
    expect(
      messageOf({
        subjects: { tables: { "My table": "t" }, fleets: { web: { autoScalingGroupName: "web", minSize: 0 } } },
        emailAddresses: ["on-call@example.com", "nobody", "on-call@example.com"],
        runbookUrl: "http://wiki",
      }),
    ).toBe(
      [
        'Alarms "alarms": 5 invalid arguments',
        '  - `subjects (table)` must be keyed by lower-case words with hyphens between them, which name the alarms, got "My table": use for example primary',
        "  - `subjects.fleets.web.minSize` must be a whole number from 1: a fleet that may be empty is never below its size, got 0: pass the fleet's minSize, or leave the fleet out",
        '  - `emailAddresses` must be e-mail addresses, each named once, got "nobody": use for example on-call@example.com',
        '  - `emailAddresses` must be e-mail addresses, each named once, got "on-call@example.com": use for example on-call@example.com',
        '  - `runbookUrl` must be an https address of at most 500 characters without #, to which the alarm\'s own part is added, got "http://wiki": use for example https://wiki.example.com/runbook',
      ].join("\n"),
    );
    expect(messageOf({ runbookUrl: "https://wiki.example.com/runbook" })).toBe("accepted");
    for (const runbookUrl of [`https://${"w".repeat(500)}`, "https://wiki/#book", 'https://wiki/"', "https://wiki/<book>"]) {
      expect(messageOf({ runbookUrl })).toContain("`runbookUrl` must be an https address");
    }
  });
});
