import { SimulatedAws } from "@org/aws-simulator";
import { Eip } from "@pulumi/aws/ec2";
import type { DeployRun } from "@org/offline-engine";
import { deployNetwork, ec2 } from "./deployed-network.fixture";
import type { NetworkArgs } from "./network-args";

const ZONES = ["us-east-1a", "us-east-1b"];

function defaultGateways(run: DeployRun) {
  return ZONES.map((zone) => ec2(run, "Route", `network-private-${zone}-default`).inputs.natGatewayId);
}

function changed(run: DeployRun): string[] {
  return run.steps.filter(({ op }) => op !== "same").map(({ op, type, name }) => `${op} ${type.split(":")[2]} ${name}`).sort();
}

/** Addresses that somebody allocated before the network. */
function own(zones: readonly string[]): NonNullable<NetworkArgs["elasticIps"]> {
  return { kind: "own", allocationIds: Object.fromEntries(zones.map((zone) => [zone, new Eip(`own-${zone}`, { domain: "vpc" }).id])) };
}

describe("a regional NAT gateway", () => {
  it("is one for all zones, in the network and none of its subnets, with addresses that AWS brings", async () => {
    const run = await deployNetwork({ natGateways: "regional" });
    const gateway = ec2(run, "NatGateway", "network-nat-regional");
    expect(gateway.inputs).toMatchObject({
      availabilityMode: "regional",
      connectivityType: "public",
      vpcId: ec2(run, "Vpc").id,
      tags: { Name: "infra-dev-network-nat-regional" },
    });
    expect(Object.keys(gateway.inputs)).not.toEqual(expect.arrayContaining(["subnetId"]));
    expect(gateway.inputs).not.toHaveProperty("availabilityZoneAddresses");
    expect(gateway.dependencies).toContain(ec2(run, "InternetGateway").urn);
    expect(defaultGateways(run)).toEqual([gateway.id, gateway.id]);
    expect(run.resourcesOf("aws:ec2/eip:Eip")).toEqual([]);
    // It has none until something runs in a zone.
    expect(run.outputs.egressIps).toEqual([]);
  });

  it("has an address of the network's in each zone where that is asked for", async () => {
    const run = await deployNetwork({ natGateways: "regional", elasticIps: { kind: "created" } });
    const addresses = ZONES.map((zone) => ec2(run, "Eip", `network-nat-${zone}`));
    expect(ec2(run, "NatGateway").inputs.availabilityZoneAddresses).toMatchObject(
      ZONES.map((zone, index) => ({ availabilityZone: zone, allocationIds: [addresses[index].id] })),
    );
    expect(run.outputs.egressIps).toEqual(addresses.map(({ outputs }) => outputs.publicIp));
  });

  it("has the user's own addresses, in zones by their ids as well", async () => {
    const zones = ["use1-az1", "use1-az2"];
    const run = await deployNetwork(() => ({ availabilityZones: zones, natGateways: "regional", elasticIps: own(zones) }));
    const addresses = zones.map((zone) => ec2(run, "Eip", `own-${zone}`));
    expect(ec2(run, "NatGateway").inputs.availabilityZoneAddresses).toMatchObject(
      zones.map((zone, index) => ({ availabilityZoneId: zone, allocationIds: [addresses[index].id] })),
    );
    expect(run.outputs.egressIps).toEqual(addresses.map(({ outputs }) => outputs.publicIp));
    expect(run.resourcesOf("aws:ec2/eip:Eip")).toHaveLength(2);
  });

  it("takes the place of zonal ones without touching a subnet, and stays as it is", async () => {
    const aws = new SimulatedAws();
    const zonal = await deployNetwork({}, { aws });
    const regional = await deployNetwork({ natGateways: "regional" }, { aws, state: zonal.state });
    expect(changed(regional)).toEqual([
      "create NatGateway network-nat-regional",
      ...ZONES.flatMap((zone) => [`delete Eip network-nat-${zone}`]),
      ...ZONES.flatMap((zone) => [`delete NatGateway network-nat-${zone}`]),
      ...ZONES.map((zone) => `update Route network-private-${zone}-default`),
    ]);
    expect(changed(await deployNetwork({ natGateways: "regional" }, { aws, state: regional.state }))).toEqual([]);
  });

  it("goes in an order that AWS accepts", async () => {
    const aws = new SimulatedAws();
    const args = { natGateways: "regional", elasticIps: { kind: "created" } } as const;
    const before = await deployNetwork(args, { aws });
    const none = await deployNetwork({ natGateways: "none" }, { aws, state: before.state });
    expect(none.resourcesOf("aws:ec2/natGateway:NatGateway")).toEqual([]);
    expect(none.resourcesOf("aws:ec2/eip:Eip")).toEqual([]);
  });
});

describe("the addresses of NAT gateways", () => {
  it("are the user's own where they are given", async () => {
    const run = await deployNetwork(() => ({ elasticIps: own(ZONES) }));
    for (const zone of ZONES) {
      expect(ec2(run, "NatGateway", `network-nat-${zone}`).inputs.allocationId).toBe(ec2(run, "Eip", `own-${zone}`).id);
    }
    expect(run.outputs.egressIps).toEqual(ZONES.map((zone) => ec2(run, "Eip", `own-${zone}`).outputs.publicIp));
    expect(run.resourcesOf("aws:ec2/eip:Eip")).toHaveLength(2);
  });

  it.each([
    ["production", undefined, { protect: true, retainOnDelete: false }],
    ["ephemeral", undefined, { protect: false, retainOnDelete: false }],
    ["ephemeral", "protect", { protect: true, retainOnDelete: false }],
    ["production", "retain", { protect: false, retainOnDelete: true }],
    ["production", "release", { protect: false, retainOnDelete: false }],
  ] as const)("survive as they are told, in %s with %s", async (profile, onRemoval, expected) => {
    const run = await deployNetwork({ profile, natGateways: "single", elasticIps: { kind: "created", onRemoval } });
    const { protect = false, retainOnDelete = false } = ec2(run, "Eip");
    expect({ protect, retainOnDelete }).toEqual(expected);
  });

  it("are left to the account when they are retained and no longer used", async () => {
    const aws = new SimulatedAws();
    const args = { elasticIps: { kind: "created", onRemoval: "retain" } } as const;
    const before = await deployNetwork(args, { aws });
    const kept = ec2(before, "Eip", "network-nat-us-east-1b").id;
    const after = await deployNetwork({ ...args, natGateways: "single" }, { aws, state: before.state });
    expect(after.resourcesOf("aws:ec2/eip:Eip").map(({ id }) => id)).not.toContain(kept);
    const again = await deployNetwork(
      { elasticIps: { kind: "own", allocationIds: { "us-east-1a": String(ec2(after, "Eip").id), "us-east-1b": String(kept) } } },
      { aws, state: after.state },
    );
    expect(again.outputs.egressIps).toEqual(before.outputs.egressIps);
  });
});
