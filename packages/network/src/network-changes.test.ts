import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, type DeployRun, type DeployOptions } from "@org/offline-engine";
import { SecurityGroup } from "@pulumi/aws/ec2";
import { ComponentResource } from "@pulumi/pulumi";
import { Network } from "./network";
import type { NetworkArgs } from "./network-args";

const THREE_ZONES = ["us-east-1a", "us-east-1b", "us-east-1c"];

/** Deploys one network after another to the same account. */
class Account {
  private readonly aws = new SimulatedAws();
  private last: DeployRun | undefined;

  async up(args: Partial<NetworkArgs>, options: Pick<DeployOptions, "preview"> = {}): Promise<DeployRun> {
    const run = await deploy({
      ...options,
      providers: [this.aws],
      ...(this.last !== undefined && { state: this.last.state }),
      program: () => {
        const network = new Network("network", {
          region: "us-east-1",
          availabilityZones: THREE_ZONES,
          naming: new Naming({ project: "infra", environment: "dev" }),
          profile: "ephemeral",
          ...args,
        });
        return { privateSubnetIds: network.privateSubnetIds, egressIps: network.egressIps };
      },
    });
    if (options.preview !== true) {
      this.last = run;
    }
    return run;
  }
}

/** What a run did but for what stayed as it was. */
function changes(run: DeployRun): string[] {
  return run.steps.filter(({ op }) => op !== "same").map(({ op, name, type }) => `${op} ${type.split(":")[2]} ${name}`).sort();
}

function stepsOfZone(op: string, zone: string, natGateway = true): string[] {
  const subnets = ["private", "public"].flatMap((tier) => [
    `${op} Route network-${tier}-${zone}-default`,
    `${op} RouteTable network-${tier}-${zone}`,
    `${op} RouteTableAssociation network-${tier}-${zone}`,
    `${op} Subnet network-${tier}-${zone}`,
  ]);
  return natGateway ? [...subnets, `${op} Eip network-nat-${zone}`, `${op} NatGateway network-nat-${zone}`] : subnets;
}

const ENDPOINT_UPDATES = ["update VpcEndpoint network-dynamodb", "update VpcEndpoint network-s3"];

describe("a network that is deployed again", () => {
  it("stays as it is", async () => {
    const account = new Account();
    const first = await account.up({});
    const second = await account.up({});
    expect(changes(second)).toEqual([]);
    expect(second.outputs).toEqual(first.outputs);
  });

  it("gets a zone in the middle without touching the others", async () => {
    const account = new Account();
    await account.up({ availabilityZones: ["us-east-1a", "us-east-1c"] });
    const grown = await account.up({});
    expect(changes(grown)).toEqual([...stepsOfZone("create", "us-east-1b"), ...ENDPOINT_UPDATES].sort());
  });

  it("loses a zone from the middle without touching the others", async () => {
    const account = new Account();
    const before = await account.up({});
    const after = await account.up({ availabilityZones: ["us-east-1a", "us-east-1c"] });
    expect(changes(after)).toEqual([...stepsOfZone("delete", "us-east-1b"), ...ENDPOINT_UPDATES].sort());
    const [a, , c] = before.outputs.egressIps as string[];
    expect(after.outputs.egressIps).toEqual([a, c]);
  });

  it("keeps the first zone's address when one NAT gateway is to do", async () => {
    const account = new Account();
    const before = await account.up({});
    const after = await account.up({ natGateways: "single" });
    expect(changes(after)).toEqual([
      "delete Eip network-nat-us-east-1b",
      "delete Eip network-nat-us-east-1c",
      "delete NatGateway network-nat-us-east-1b",
      "delete NatGateway network-nat-us-east-1c",
      "update Route network-private-us-east-1b-default",
      "update Route network-private-us-east-1c-default",
    ]);
    expect(after.outputs.egressIps).toEqual((before.outputs.egressIps as string[]).slice(0, 1));
  });

  it("keeps its public addresses when it is replaced: NAT gateways go before their successors come", async () => {
    const account = new Account();
    const before = await account.up({});
    const after = await account.up({ cidrBlock: "10.1.0.0/16" });
    const stepsOf = (type: string, name: string) => {
      return after.steps.filter((step) => step.type === `aws:ec2/${type}` && step.name === name).map(({ op }) => op);
    };
    expect(stepsOf("natGateway:NatGateway", "network-nat-us-east-1b")).toEqual(["delete-replaced", "replace", "create-replacement"]);
    expect(stepsOf("internetGateway:InternetGateway", "network-internet")).toEqual(["create-replacement", "replace", "delete-replaced"]);
    expect(changes(after)).not.toEqual(expect.arrayContaining([expect.stringContaining(" Eip ")]));
    expect(after.outputs.egressIps).toEqual(before.outputs.egressIps);
  });

  it("keeps the endpoints' group until its successor is in its place, when it is replaced", async () => {
    const account = new Account();
    await account.up({ interfaceEndpoints: ["ssm"] });
    const after = await account.up({ interfaceEndpoints: ["ssm"], cidrBlock: "10.1.0.0/16" });
    const steps = after.steps.filter(({ type, op }) => type === "aws:ec2/securityGroup:SecurityGroup" && op !== "same");
    expect(steps.map(({ op, name }) => `${op} ${name}`)).toEqual(
      ["create-replacement", "replace", "delete-replaced"].map((op) => `${op} network-endpoints`),
    );
  });

  it("shows known subnets in the preview that adds their way out", async () => {
    const account = new Account();
    const before = await account.up({ natGateways: "none" });
    const preview = await account.up({ natGateways: "per-zone" }, { preview: true });
    expect(preview.outputs.privateSubnetIds).toEqual(before.outputs.privateSubnetIds);
  });
});

describe("a network in production", () => {
  it("stays as it is when it is deployed again", async () => {
    const account = new Account();
    await account.up({ profile: "production" });
    expect(changes(await account.up({ profile: "production" }))).toEqual([]);
  });

  it.each([{ preview: true }, { preview: false }])("gives up no public address with a zone, which its preview says: %j", async (options) => {
    const account = new Account();
    await account.up({ profile: "production" });
    const fewer = account.up({ profile: "production", availabilityZones: ["us-east-1a", "us-east-1c"] }, options);
    await expect(fewer).rejects.toThrow("cannot delete urn:pulumi:dev::test::org:network:Network$aws:ec2/eip:Eip::network-nat-us-east-1b: it is protected");
  });

  it("gives one up in two steps", async () => {
    const account = new Account();
    const released = { profile: "production", elasticIps: { kind: "created", onRemoval: "release" } } as const;
    await account.up({ profile: "production" });
    expect(changes(await account.up(released))).toEqual([]);
    const fewer = await account.up({ ...released, availabilityZones: ["us-east-1a", "us-east-1c"] });
    expect(changes(fewer)).toEqual(expect.arrayContaining(["delete Eip network-nat-us-east-1b"]));
  });

  it("gets further tiers, endpoints, records and IPv6 without replacing anything", async () => {
    const account = new Account();
    await account.up({});
    const more = await account.up({
      profile: "production",
      isolatedSubnets: true,
      ipv6: true,
      interfaceEndpoints: ["ssm", "secretsmanager"],
    });
    const ops = new Set(more.steps.map(({ op }) => op));
    expect([...ops].sort()).toEqual(["create", "same", "update"]);
    const updated = changes(more).filter((step) => step.startsWith("update"));
    expect(updated).toEqual([
      ...ENDPOINT_UPDATES,
      ...THREE_ZONES.flatMap((zone) => ["private", "public"].map((tier) => `update Subnet network-${tier}-${zone}`)),
      "update Vpc network-vpc",
    ].sort());
  });
});

describe("a network that is no longer wanted", () => {
  it("goes in an order that AWS accepts, and leaves nothing", async () => {
    const aws = new SimulatedAws();
    const program = () => void new Network("network", { region: "us-east-1", availabilityZones: THREE_ZONES, profile: "ephemeral" });
    const { state } = await deploy({ providers: [aws], program });
    const gone = await deploy({ providers: [aws], program: () => undefined, state });
    // Five of the whole network and ten of each zone.
    expect(gone.steps.filter(({ op, type }) => op === "delete" && type.startsWith("aws:"))).toHaveLength(35);
    expect(gone.resources.filter(({ type }) => type.startsWith("aws:"))).toEqual([]);
  });
});

describe("what is put into a network's subnets", () => {
  class Tenant extends ComponentResource {
    constructor(network: Network) {
      super("org:test:Tenant", "tenant");
      const description = network.privateSubnetIds.apply((ids) => ids.join(" "));
      new SecurityGroup("tenant", { vpcId: network.vpcId, description }, { parent: this });
    }
  }

  it("waits for its way out: route, association and NAT gateway", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        new Tenant(new Network("network", { region: "us-east-1", availabilityZones: THREE_ZONES.slice(0, 2), profile: "ephemeral" }));
      },
    });
    const order = run.steps.filter(({ op }) => op === "create").map(({ name, type }) => `${type.split(":")[2]} ${name}`);
    const tenant = order.indexOf("SecurityGroup tenant");
    for (const zone of ["us-east-1a", "us-east-1b"]) {
      for (const needed of [`NatGateway network-nat-${zone}`, `Route network-private-${zone}-default`, `RouteTableAssociation network-private-${zone}`]) {
        expect(order.slice(0, tenant)).toContain(needed);
      }
    }
    const dependencies = run.resource("aws:ec2/securityGroup:SecurityGroup").dependencies;
    expect(dependencies).toContain(run.resource("aws:ec2/route:Route", "network-private-us-east-1b-default").urn);
  });
});
