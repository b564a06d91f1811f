import { SimulatedAws } from "@org/aws-simulator";
import { deploy, type DeployRun } from "@org/offline-engine";
import { layoutLockProblems } from "./layout-lock";
import { deployNetwork } from "./deployed-network.fixture";
import { Network } from "./network";
import type { NetworkArgs } from "./network-args";
import { networkLayout } from "./network-layout";

const network = { region: "us-east-1", availabilityZones: ["us-east-1a", "us-east-1b"] };
function throughFile(layout: unknown): NonNullable<NetworkArgs["expectedLayout"]> {
  return JSON.parse(JSON.stringify(layout));
}

const expectedLayout = throughFile(networkLayout(network));

const MOVED = [
  "4 invalid arguments",
  '  - `expectedLayout[0]` must be what the network gives the public subnet of us-east-1a (10.1.16.0/22), got "10.0.16.0/22": undo what moves the subnet, or change expectedLayout where the move is meant',
  '  - `expectedLayout[1]` must be what the network gives the private subnet of us-east-1a (10.1.0.0/20), got "10.0.0.0/20": undo what moves the subnet, or change expectedLayout where the move is meant',
  '  - `expectedLayout[2]` must be what the network gives the public subnet of us-east-1b (10.1.48.0/22), got "10.0.48.0/22": undo what moves the subnet, or change expectedLayout where the move is meant',
  '  - `expectedLayout[3]` must be what the network gives the private subnet of us-east-1b (10.1.32.0/20), got "10.0.32.0/20": undo what moves the subnet, or change expectedLayout where the move is meant',
].join("\n");

function resourceTypes(run: DeployRun): string[] {
  return run.resources.map(({ type }) => type);
}

describe("the expected layout of a network", () => {
  it("lets through what it was taken from, and every zone and tier that comes besides", () => {
    expect(networkLayout({ ...network, expectedLayout })).toHaveLength(4);
    const grown = { availabilityZones: ["us-east-1c", "us-east-1b", "us-east-1a"], isolatedSubnets: true };
    expect(networkLayout({ ...network, ...grown, expectedLayout })).toHaveLength(9);
  });

  it("refuses another block, with what each subnet would become", () => {
    expect(() => networkLayout({ ...network, cidrBlock: "10.1.0.0/16", expectedLayout })).toThrow(`networkLayout: ${MOVED}`);
  });

  it("refuses what would remove a subnet: a zone that goes, a tier that goes, a zone by another name", () => {
    const row = { zone: "us-east-1b", tier: "isolated", cidrBlock: "10.0.52.0/22" };
    expect(layoutLockProblems([row], networkLayout(network))).toEqual([
      {
        argument: "expectedLayout[0]",
        rule: "must be what the network gives the isolated subnet of us-east-1b (it has no such subnet)",
        value: "10.0.52.0/22",
        remedy: "undo what moves the subnet, or change expectedLayout where the move is meant",
      },
    ]);
    expect(() => networkLayout({ ...network, availabilityZones: ["us-east-1a", "us-east-1c"], expectedLayout })).toThrow("networkLayout: 2 invalid arguments");
    expect(() => networkLayout({ ...network, availabilityZones: ["use1-az1", "use1-az2"], expectedLayout })).toThrow("networkLayout: 4 invalid arguments");
  });

  it("refuses before anything is registered", async () => {
    const program = () => new Network("network", { ...network, cidrBlock: "10.1.0.0/16", expectedLayout });
    const run = await deploy({ providers: [new SimulatedAws()], program, expectFailure: true });
    expect(run.diagnostics.map(({ message }) => message).join("\n")).toContain(`Network "network": ${MOVED}`);
    expect(resourceTypes(run)).toEqual(["pulumi:pulumi:Stack"]);
  });

  it("is held against what a pool gives as soon as that is known, which is before any subnet", async () => {
    const aws = new SimulatedAws();
    const addresses = { kind: "ipam", poolId: "ipam-pool-0123456789abcdef0", netmaskLength: 20 } as const;
    const before = await deployNetwork({ addresses }, { aws });
    const locked = { addresses, expectedLayout: throughFile(before.outputs.layout) };
    const again = await deployNetwork(locked, { aws, state: before.state });
    expect(again.steps.filter(({ op }) => op !== "same")).toEqual([]);
    const other = deploy({ providers: [aws], program: () => new Network("network", { ...network, ...locked }), expectFailure: true });
    expect(resourceTypes(await other).filter((type) => type === "aws:ec2/subnet:Subnet")).toEqual([]);
    expect((await other).diagnostics.map(({ message }) => message).join("\n")).toContain('Network "network": 4 invalid arguments');
  });
});
