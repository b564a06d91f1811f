import { SimulatedAws } from "@org/aws-simulator";
import { ArgumentError, Naming } from "@org/infra-naming";
import { deploy, type DeployRun } from "@org/offline-engine";
import { Provider } from "@pulumi/aws/provider";
import { ComponentResource } from "@pulumi/pulumi";
import { Network } from "./network";
import type { NetworkArgs } from "./network-args";
import { networkLayout } from "./network-layout";

const NETWORK = "org:network:Network";
const TAGS = { Project: "infra", Environment: "dev", ManagedBy: "pulumi" };

const args: NetworkArgs = {
  region: "us-east-1",
  availabilityZones: ["us-east-1a", "us-east-1b"],
  naming: new Naming({ project: "infra", environment: "dev" }),
  profile: "ephemeral",
};

function deployNetwork(more: Partial<NetworkArgs> = {}): Promise<DeployRun> {
  return deploy({
    providers: [new SimulatedAws()],
    program: () => {
      const { vpcId, publicSubnetIds, privateSubnetIds, egressIps } = new Network("network", { ...args, ...more });
      return { vpcId, publicSubnetIds, privateSubnetIds, egressIps };
    },
  });
}

/** How many resources there are of each type of `@pulumi/aws/ec2`. */
function counts(run: DeployRun): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const { type } of run.resources) {
    const name = /^aws:ec2\/\w+:(\w+)$/.exec(type)?.[1];
    if (name !== undefined) {
      counted[name] = (counted[name] ?? 0) + 1;
    }
  }
  return counted;
}

/** Four tags are standard, and a fifth names the tier of a subnet, of the 50 that AWS takes. */
function numberedTags(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag-${index}`, "x"]));
}

function ec2(run: DeployRun, type: string, name?: string) {
  return run.resource(`aws:ec2/${type[0].toLowerCase()}${type.slice(1)}:${type}`, name);
}

describe("Network", () => {
  let run: DeployRun;

  beforeAll(async () => {
    run = await deployNetwork();
  });

  it("creates exactly these resources for two zones", () => {
    expect(counts(run)).toEqual({
      Vpc: 1,
      InternetGateway: 1,
      DefaultSecurityGroup: 1,
      Subnet: 4,
      RouteTable: 4,
      RouteTableAssociation: 4,
      Route: 4,
      Eip: 2,
      NatGateway: 2,
      VpcEndpoint: 2,
    });
    expect(run.resourcesOf(NETWORK)).toHaveLength(1);
  });

  it("is the parent of each of them", () => {
    const parents = run.resources.filter(({ type }) => type.startsWith("aws:")).map(({ parent }) => parent);
    expect(parents).toEqual(Array(25).fill(run.resource(NETWORK).urn));
  });

  it("has DNS on and the planned addresses", () => {
    expect(ec2(run, "Vpc").inputs).toMatchObject({
      cidrBlock: "10.0.0.0/16",
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags: { ...TAGS, Name: "infra-dev-network" },
    });
  });

  it("gives each zone a private and a public subnet, neither of which hands out public addresses", () => {
    const subnets = run.resourcesOf("aws:ec2/subnet:Subnet").map(({ inputs }) => inputs);
    const vpcId = ec2(run, "Vpc").id;
    const subnet = (tier: string, zone: string, cidrBlock: string) => ({
      availabilityZone: zone,
      cidrBlock,
      mapPublicIpOnLaunch: false,
      vpcId,
      tags: { ...TAGS, Name: `infra-dev-network-${tier}-${zone}`, Tier: tier },
    });
    const byAddress = [...subnets].sort((one, other) => String(one.cidrBlock).localeCompare(String(other.cidrBlock)));
    expect(byAddress).toMatchObject([
      subnet("private", "us-east-1a", "10.0.0.0/20"),
      subnet("public", "us-east-1a", "10.0.16.0/22"),
      subnet("private", "us-east-1b", "10.0.32.0/20"),
      subnet("public", "us-east-1b", "10.0.48.0/22"),
    ]);
  });

  it.each(["us-east-1a", "us-east-1b"])("routes %s by tables of its own: out of the gateway, and through its own NAT gateway", (zone) => {
    const table = (tier: string) => ec2(run, "RouteTable", `network-${tier}-${zone}`).id;
    for (const tier of ["public", "private"]) {
      expect(ec2(run, "RouteTable", `network-${tier}-${zone}`).inputs).toMatchObject({
        vpcId: ec2(run, "Vpc").id,
        tags: { ...TAGS, Name: `infra-dev-network-${tier}-${zone}` },
      });
      expect(ec2(run, "RouteTable", `network-${tier}-${zone}`).inputs).not.toHaveProperty("routes");
      expect(ec2(run, "RouteTableAssociation", `network-${tier}-${zone}`).inputs).toMatchObject({
        routeTableId: table(tier),
        subnetId: ec2(run, "Subnet", `network-${tier}-${zone}`).id,
      });
    }
    expect(ec2(run, "Route", `network-public-${zone}-default`).inputs).toMatchObject({
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: ec2(run, "InternetGateway").id,
      routeTableId: table("public"),
    });
    expect(ec2(run, "Route", `network-private-${zone}-default`).inputs).toMatchObject({
      destinationCidrBlock: "0.0.0.0/0",
      natGatewayId: ec2(run, "NatGateway", `network-nat-${zone}`).id,
      routeTableId: table("private"),
    });
  });

  it("puts each NAT gateway with an address of its own into its zone's public subnet, behind the way out", () => {
    const address = ec2(run, "Eip", "network-nat-us-east-1b");
    const gateway = ec2(run, "NatGateway", "network-nat-us-east-1b");
    expect(address.inputs).toMatchObject({ domain: "vpc", tags: { ...TAGS, Name: "infra-dev-network-nat-us-east-1b" } });
    expect(gateway.inputs).toMatchObject({
      allocationId: address.id,
      connectivityType: "public",
      subnetId: ec2(run, "Subnet", "network-public-us-east-1b").id,
      tags: { ...TAGS, Name: "infra-dev-network-nat-us-east-1b" },
    });
    const internetGateway = ec2(run, "InternetGateway").urn;
    expect(address.dependencies).toContain(internetGateway);
    expect(gateway.dependencies).toEqual(
      expect.arrayContaining([
        internetGateway,
        ec2(run, "Route", "network-public-us-east-1b-default").urn,
        ec2(run, "RouteTableAssociation", "network-public-us-east-1b").urn,
      ]),
    );
  });

  it("empties the default security group", () => {
    expect(ec2(run, "DefaultSecurityGroup").inputs).toMatchObject({
      vpcId: ec2(run, "Vpc").id,
      ingress: [],
      egress: [],
      tags: { ...TAGS, Name: "infra-dev-network-default" },
    });
  });

  it.each(["s3", "dynamodb"])("reaches %s through every route table", (service) => {
    expect(ec2(run, "VpcEndpoint", `network-${service}`).inputs).toMatchObject({
      vpcId: ec2(run, "Vpc").id,
      vpcEndpointType: "Gateway",
      serviceName: `com.amazonaws.us-east-1.${service}`,
      routeTableIds: ["public-us-east-1a", "private-us-east-1a", "public-us-east-1b", "private-us-east-1b"].map((name) => {
        return ec2(run, "RouteTable", `network-${name}`).id;
      }),
      tags: { ...TAGS, Name: `infra-dev-network-${service}` },
    });
  });

  it("tags everything that takes tags", () => {
    const untaggable = ["aws:ec2/route:Route", "aws:ec2/routeTableAssociation:RouteTableAssociation"];
    const children = run.resources.filter(({ type }) => type.startsWith("aws:") && !untaggable.includes(type));
    expect(children).toHaveLength(17);
    for (const { inputs } of children) {
      expect(inputs.tags).toMatchObject({ ...TAGS, Name: expect.stringMatching(/^infra-dev-network/) });
    }
  });

  it("tells its ids and addresses in the order of the zones", () => {
    const id = (tier: string, zone: string) => ec2(run, "Subnet", `network-${tier}-${zone}`).id;
    const expected = {
      vpcId: ec2(run, "Vpc").id,
      publicSubnetIds: [id("public", "us-east-1a"), id("public", "us-east-1b")],
      privateSubnetIds: [id("private", "us-east-1a"), id("private", "us-east-1b")],
      egressIps: ["us-east-1a", "us-east-1b"].map((zone) => ec2(run, "Eip", `network-nat-${zone}`).outputs.publicIp),
    };
    for (const ip of expected.egressIps) {
      expect(ip).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    }
    expect(run.outputs).toEqual(expected);
    expect(run.resource(NETWORK).outputs).toEqual({
      ...expected,
      cidrBlock: "10.0.0.0/16",
      layout: networkLayout(args),
      isolatedSubnetIds: [],
    });
  });
});

describe("Network's arguments", () => {
  it("decide how many NAT gateways there are", async () => {
    const single = await deployNetwork({ natGateways: "single" });
    expect(counts(single)).toMatchObject({ Eip: 1, NatGateway: 1, Route: 4 });
    const gateway = ec2(single, "NatGateway", "network-nat-us-east-1a").id;
    for (const zone of ["us-east-1a", "us-east-1b"]) {
      expect(ec2(single, "Route", `network-private-${zone}-default`).inputs.natGatewayId).toBe(gateway);
    }
    expect(single.outputs.egressIps).toEqual([ec2(single, "Eip").outputs.publicIp]);

    const none = await deployNetwork({ natGateways: "none" });
    expect(counts(none)).toEqual({
      Vpc: 1,
      InternetGateway: 1,
      DefaultSecurityGroup: 1,
      Subnet: 4,
      RouteTable: 4,
      RouteTableAssociation: 4,
      Route: 2,
      VpcEndpoint: 2,
    });
    expect(none.outputs.egressIps).toEqual([]);
  });

  it("name the addresses, and tags for everything", async () => {
    const run = await deployNetwork({ cidrBlock: "172.16.0.0/18", tags: { Team: "web" } });
    expect(ec2(run, "Vpc").inputs.cidrBlock).toBe("172.16.0.0/18");
    expect(ec2(run, "Subnet", "network-public-us-east-1b").inputs).toMatchObject({
      cidrBlock: "172.16.12.0/24",
      tags: { ...TAGS, Team: "web", Tier: "public" },
    });
    expect(ec2(run, "Eip", "network-nat-us-east-1a").inputs.tags).toMatchObject({ Team: "web" });
  });

  it("take the project and the stack as names when none are given", async () => {
    const run = await deployNetwork({ naming: undefined });
    expect(ec2(run, "Vpc").inputs.tags).toEqual({
      Project: "test",
      Environment: "dev",
      ManagedBy: "pulumi",
      Name: "test-dev-network",
    });
  });

  it("let subnets have as many tags as AWS takes", async () => {
    const run = await deployNetwork({ tags: numberedTags(45) });
    expect(Object.keys(ec2(run, "Subnet", "network-public-us-east-1a").inputs.tags ?? {})).toHaveLength(50);
  });

  it.each([
    ["addresses", { cidrBlock: "10.0.0.0/8", availabilityZones: [] }, 'Network "network": 2 invalid arguments'],
    ["tags", { tags: { "aws:mine": "x" } }, "tags: 1 invalid argument"],
    ["more tags than a subnet can have", { tags: numberedTags(46) }, "tags: 1 invalid argument"],
  ])("are refused before anything is registered: %s", async (_title, more, message) => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => new Network("network", { ...args, ...more }),
      expectFailure: true,
    });
    expect(run.failed).toBe(true);
    expect(run.diagnostics.map((diagnostic) => diagnostic.message).join("\n")).toContain(message);
    expect(run.resources.map(({ type }) => type)).toEqual(["pulumi:pulumi:Stack"]);
    expect(() => new Network("network", { ...args, ...more })).toThrow(ArgumentError);
  });
});

describe("Network's options", () => {
  it("hand the provider through to every child, and take a parent", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const provider = new Provider("regional", { region: "us-east-1" });
        const house = new ComponentResource("org:test:House", "house", {}, { provider });
        new Network("network", args, { parent: house });
      },
    });
    const provider = run.resource("pulumi:providers:aws", "regional");
    const children = run.resources.filter(({ type }) => type.startsWith("aws:"));
    expect(children.map((child) => child.provider)).toEqual(Array(25).fill(`${provider.urn}::${provider.id}`));
    expect(run.resource(NETWORK).parent).toBe(run.resource("org:test:House").urn);
    expect(ec2(run, "Vpc").urn).toBe(
      "urn:pulumi:dev::test::org:test:House$org:network:Network$aws:ec2/vpc:Vpc::network-vpc",
    );
  });
});
