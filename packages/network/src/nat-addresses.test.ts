import { SimulatedAws } from "@org/aws-simulator";
import type { DeployRun } from "@org/offline-engine";
import { deployNetwork, ec2 } from "./deployed-network.fixture";
import type { NetworkArgs } from "./network-args";

const ZONES = ["us-east-1a", "us-east-1b", "us-east-1c"];
const EIP = "aws:ec2/eip:Eip";
const production = { profile: "production", availabilityZones: ZONES } as const;
const keepAll = { kind: "created", keep: ZONES } as const;

/** Deploys one network after another to the same account. */
class Account {
  private readonly aws = new SimulatedAws();
  private last: DeployRun | undefined;

  async up(args: Partial<NetworkArgs>): Promise<DeployRun> {
    this.last = await deployNetwork({ ...production, ...args }, { aws: this.aws, state: this.last?.state });
    return this.last;
  }
}

/** The public addresses by zone, used or kept. */
function addresses(run: DeployRun): Record<string, unknown> {
  return Object.fromEntries(run.resourcesOf(EIP).map(({ urn, outputs }) => [urn.split("::network-nat-")[1], outputs.publicIp]));
}

function changesOf(run: DeployRun, type: string): string[] {
  return run.steps.filter(({ op, type: of }) => op !== "same" && of === `aws:ec2/${type}`).map(({ op, name }) => `${op} ${name}`).sort();
}

describe("the addresses of a network in production", () => {
  it("stay when one gateway becomes one for each zone, which adds theirs", async () => {
    const account = new Account();
    const single = await account.up({ natGateways: "single" });
    const perZone = await account.up({});
    expect(perZone.outputs.egressIps).toEqual([...(single.outputs.egressIps as string[]), expect.any(String), expect.any(String)]);
    expect(changesOf(perZone, "eip:Eip")).toEqual(["create network-nat-us-east-1b", "create network-nat-us-east-1c"]);
  });

  it.each([
    ["one gateway for all", { natGateways: "single" }],
    ["no gateway", { natGateways: "none" }],
    ["a regional gateway with addresses of AWS's", { natGateways: "regional" }],
    ["a zone less", { availabilityZones: ZONES.slice(0, 2) }],
    ["a gateway in another zone", { natGateways: "single", availabilityZones: [...ZONES].reverse() }],
  ] as const)("cannot be lost by mistake: %s is refused", async (_title, args) => {
    const account = new Account();
    await account.up({});
    await expect(account.up(args)).rejects.toThrow("it is protected");
  });

  it("stay with a zone that goes and comes back, where they are kept", async () => {
    const account = new Account();
    const before = await account.up({});
    const elasticIps = { kind: "created", keep: ["us-east-1b"] } as const;
    const fewer = await account.up({ elasticIps, availabilityZones: ["us-east-1a", "us-east-1c"] });
    expect(addresses(fewer)).toEqual(addresses(before));
    expect(fewer.outputs.egressIps).toEqual([addresses(before)["us-east-1a"], addresses(before)["us-east-1c"]]);
    expect(fewer.outputs.keptAddresses).toEqual({ "us-east-1b": addresses(before)["us-east-1b"] });
    const back = await account.up({ elasticIps });
    expect(back.outputs.egressIps).toEqual(before.outputs.egressIps);
    expect(back.outputs.keptAddresses).toEqual({});
  });

  it("stay from a gateway for each zone to one for all and back, where they are kept", async () => {
    const account = new Account();
    const before = await account.up({});
    const single = await account.up({ natGateways: "single", elasticIps: keepAll });
    expect(addresses(single)).toEqual(addresses(before));
    expect(ec2(single, "Eip", "network-nat-us-east-1c").protect).toBe(true);
    const back = await account.up({ elasticIps: keepAll });
    expect(back.outputs.egressIps).toEqual(before.outputs.egressIps);
  });

  it("go from zonal gateways to a regional one and back in two deployments, because no two gateways share an address", async () => {
    const account = new Account();
    const before = await account.up({});
    for (const natGateways of ["none", "regional", "none", "per-zone"] as const) {
      const after = await account.up({ natGateways, elasticIps: keepAll });
      expect(addresses(after)).toEqual(addresses(before));
      expect(after.outputs.egressIps).toEqual(natGateways === "none" ? [] : before.outputs.egressIps);
    }
    await expect(account.up({ natGateways: "regional", elasticIps: keepAll })).rejects.toThrow("Resource.AlreadyAssociated");
  });

  it("stay when a regional gateway that has them loses a zone and gets it back", async () => {
    const account = new Account();
    const regional = { natGateways: "regional", elasticIps: keepAll } as const;
    const before = await account.up(regional);
    const fewer = await account.up({ ...regional, availabilityZones: ZONES.slice(0, 2) });
    expect(fewer.outputs.egressIps).toEqual((before.outputs.egressIps as string[]).slice(0, 2));
    const back = await account.up(regional);
    expect(back.outputs.egressIps).toEqual(before.outputs.egressIps);
    expect(changesOf(back, "natGateway:NatGateway")).toEqual(["update network-nat-regional"]);
  });
});
