import type { ResourceState } from "@org/offline-engine";
import { deployStack } from "./deployed-stack.fixture";
import type { InfrastructureStackArgs } from "./infrastructure-stack-args";

const nameOf = ({ urn }: ResourceState) => urn.slice(urn.lastIndexOf("::") + 2);

/** Names of the alarms of a deployed stack, without what all of them begin with. */
async function alarmNames(args: Partial<InfrastructureStackArgs> = {}): Promise<string[]> {
  const run = await deployStack(args);
  return run.resourcesOf("aws:cloudwatch/metricAlarm:MetricAlarm").map((alarm) => nameOf(alarm).replace(/^infra-alarms-(.*)-alarm$/, "$1"));
}

describe("the alarms of an InfrastructureStack", () => {
  it("watch both halves of the service, and not one that may be empty", async () => {
    const ofSecondary = (names: string[]) => names.filter((name) => name.includes("secondary") && !name.startsWith("table-")).sort();
    const secondaryFleet = { minSize: 0, maxSize: 4, desiredCapacity: 0 };

    expect(ofSecondary(await alarmNames())).toEqual([
      "fleet-secondary-below-min-size",
      "target-group-secondary-no-healthy-host",
      "target-group-secondary-target-5xx",
      "target-group-secondary-unhealthy-hosts",
    ]);
    expect(ofSecondary(await alarmNames({ secondaryFleet, trafficWeights: { primary: 100, secondary: 0 } }))).toEqual([]);
  });

  it.each([
    ["per-zone", ["nat-gateway-us-east-1a", "nat-gateway-us-east-1b"]],
    ["single", ["nat-gateway-us-east-1a"]],
    ["regional", ["regional-nat-gateway"]],
    ["none", []],
  ] as const)("watch the NAT gateways that there are: %s", async (natGateways, watched) => {
    const names = (await alarmNames({ natGateways })).filter((name) => name.includes("nat-gateway"));

    expect([...new Set(names.map((name) => name.replace(/-(dropped-packets|port-.*)$/, "")))]).toEqual(watched);
  });

  it("watch backups and the keys of the data in production, by topics with keys of their own", async () => {
    const run = await deployStack({ region: "eu-west-1", availabilityZones: ["eu-west-1a", "eu-west-1b"] });
    const topics = run.resourcesOf("aws:sns/topic:Topic");
    const keys = run.resourcesOf("aws:kms/key:Key");
    const watched = run.resourcesOf("aws:cloudwatch/eventRule:EventRule").filter((rule) => nameOf(rule).startsWith("infra-alarms"));
    const keyOf = (arn: unknown) => keys.filter(({ outputs }) => outputs["arn"] === arn).map(nameOf);

    expect(topics.map((topic) => [nameOf(topic), ...keyOf(topic.inputs["kmsMasterKeyId"])])).toEqual([
      ["infra-alarms-topic", "infra-alarm-key-key"],
      ["infra-alarms-edge-topic", "infra-edge-alarm-key-key"],
    ]);
    expect(watched.map((rule) => [nameOf(rule), rule.inputs["region"]])).toEqual([
      ["infra-alarms-key-notices-key-rule", "eu-west-1"],
      ["infra-alarms-edge-key-notices-edge-key-rule", "us-east-1"],
    ]);
    expect(await alarmNames()).toEqual(expect.arrayContaining(["backup-vault-tables-failed-backup-jobs"]));
  });

  it("tell the addresses that are given", async () => {
    const run = await deployStack({ alarmEmailAddresses: ["ops@example.com"] });

    expect(run.resourcesOf("aws:sns/topicSubscription:TopicSubscription").map(({ inputs }) => inputs)).toMatchObject([
      { protocol: "email", endpoint: "ops@example.com" },
    ]);
  });
});
