import { SimulatedAws } from "@org/aws-simulator";
import { deployNetwork, ec2 } from "./deployed-network.fixture";
import { networkLayout } from "./network-layout";

const ZONES = ["us-east-1a", "us-east-1b"];
const layoutArgs = { region: "us-east-1", availabilityZones: ZONES };

describe("a network whose addresses are from a pool", () => {
  const addresses = { kind: "ipam", poolId: "ipam-pool-0123456789abcdef0", netmaskLength: 20 } as const;

  it("asks the pool for a block and divides what it gets", async () => {
    const run = await deployNetwork({ addresses, isolatedSubnets: true, interfaceEndpoints: ["ssm"] });
    expect(ec2(run, "Vpc").inputs).toMatchObject({ ipv4IpamPoolId: addresses.poolId, ipv4NetmaskLength: 20 });
    expect(ec2(run, "Vpc").inputs).not.toHaveProperty("cidrBlock");
    const given = String(ec2(run, "Vpc").outputs.cidrBlock);
    expect(given).toMatch(/^10\.\d+\.\d+\.0\/20$/);
    expect(run.outputs.cidrBlock).toBe(given);
    const layout = networkLayout({ ...layoutArgs, addresses, isolatedSubnets: true }, given);
    expect(run.outputs.layout).toEqual(layout);
    for (const { zone, tier, cidrBlock } of layout) {
      expect(ec2(run, "Subnet", `network-${tier}-${zone}`).inputs.cidrBlock).toBe(cidrBlock);
    }
    const rule = run.resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    expect(rule.inputs.cidrIpv4).toBe(given);
  });

  it("keeps its block, and gets another than the next network", async () => {
    const aws = new SimulatedAws();
    const first = await deployNetwork({ addresses }, { aws });
    const again = await deployNetwork({ addresses }, { aws, state: first.state });
    expect(again.steps.filter(({ op }) => op !== "same")).toEqual([]);
    const second = await deployNetwork({ addresses }, { aws });
    expect(second.outputs.cidrBlock).not.toBe(first.outputs.cidrBlock);
  });
});

describe("a network whose subnets have addresses of their own", () => {
  it("gives each subnet its block", async () => {
    const subnets = {
      "us-east-1a": { public: "10.7.0.0/26", private: "10.7.0.64/26" },
      "us-east-1b": { public: "10.7.0.128/28", private: "10.7.0.192/26" },
    };
    const run = await deployNetwork({ addresses: { kind: "explicit", cidrBlock: "10.7.0.0/24", subnets } });
    expect(ec2(run, "Vpc").inputs.cidrBlock).toBe("10.7.0.0/24");
    expect(run.outputs.layout).toEqual([
      { zone: "us-east-1a", tier: "public", cidrBlock: "10.7.0.0/26", usableAddresses: 59 },
      { zone: "us-east-1a", tier: "private", cidrBlock: "10.7.0.64/26", usableAddresses: 59 },
      { zone: "us-east-1b", tier: "public", cidrBlock: "10.7.0.128/28", usableAddresses: 11 },
      { zone: "us-east-1b", tier: "private", cidrBlock: "10.7.0.192/26", usableAddresses: 59 },
    ]);
    expect(ec2(run, "Subnet", "network-private-us-east-1b").inputs.cidrBlock).toBe("10.7.0.192/26");
  });
});

describe("a network with IPv6", () => {
  it("has a /64 of Amazon's in every subnet, and routes of every tier", async () => {
    const run = await deployNetwork({ ipv6: true, isolatedSubnets: true });
    expect(ec2(run, "Vpc").inputs.assignGeneratedIpv6CidrBlock).toBe(true);
    const start = String(ec2(run, "Vpc").outputs.ipv6CidrBlock).replace("00::/56", "");
    const suffixes = { private: ["00", "20"], public: ["01", "21"], isolated: ["02", "22"] };
    for (const [tier, numbers] of Object.entries(suffixes)) {
      const inputs = ZONES.map((zone) => ec2(run, "Subnet", `network-${tier}-${zone}`).inputs);
      expect(inputs).toMatchObject(
        numbers.map((number) => ({
          ipv6CidrBlock: `${start}${number}::/64`,
          assignIpv6AddressOnCreation: true,
          mapPublicIpOnLaunch: false,
        })),
      );
    }
    const gateway = ec2(run, "EgressOnlyInternetGateway", "network-egress-only");
    expect(gateway.inputs).toMatchObject({ vpcId: ec2(run, "Vpc").id, tags: { Name: "infra-dev-network-egress-only" } });
    for (const zone of ZONES) {
      const everywhere = { destinationIpv6CidrBlock: "::/0" };
      expect(ec2(run, "Route", `network-public-${zone}-default-ipv6`).inputs).toMatchObject({
        ...everywhere,
        gatewayId: ec2(run, "InternetGateway").id,
      });
      expect(ec2(run, "Route", `network-private-${zone}-default-ipv6`).inputs).toMatchObject({
        ...everywhere,
        egressOnlyGatewayId: gateway.id,
      });
    }
    expect(run.resourcesOf("aws:ec2/route:Route")).toHaveLength(8);
  });

  it("has nothing of IPv6 unless it is asked for", async () => {
    const run = await deployNetwork();
    expect(run.resourcesOf("aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway")).toEqual([]);
    expect(ec2(run, "Vpc").inputs).not.toHaveProperty("assignGeneratedIpv6CidrBlock");
    expect(ec2(run, "Subnet", "network-public-us-east-1a").inputs).not.toHaveProperty("ipv6CidrBlock");
  });
});

describe("a network with isolated subnets", () => {
  it("gives each zone one without any way out, reached by the gateway endpoints", async () => {
    const run = await deployNetwork({ isolatedSubnets: true });
    const count = (type: string) => run.resourcesOf(`aws:ec2/${type}`).length;
    expect([count("subnet:Subnet"), count("routeTable:RouteTable"), count("route:Route")]).toEqual([6, 6, 4]);
    expect(run.outputs.isolatedSubnetIds).toEqual(ZONES.map((zone) => ec2(run, "Subnet", `network-isolated-${zone}`).id));
    expect(ZONES.map((zone) => ec2(run, "Subnet", `network-isolated-${zone}`).inputs)).toMatchObject([
      { cidrBlock: "10.0.20.0/22", mapPublicIpOnLaunch: false, tags: { Tier: "isolated" } },
      { cidrBlock: "10.0.52.0/22", mapPublicIpOnLaunch: false, tags: { Tier: "isolated" } },
    ]);
    const tables = ZONES.map((zone) => ec2(run, "RouteTable", `network-isolated-${zone}`).id);
    const routed = run.resourcesOf("aws:ec2/route:Route").map(({ inputs }) => inputs.routeTableId);
    expect(routed.filter((id) => tables.some((table) => table === id))).toEqual([]);
    expect(ec2(run, "VpcEndpoint", "network-s3").inputs.routeTableIds).toEqual(expect.arrayContaining(tables));
  });
});

describe("a network whose zones are named by their ids", () => {
  it("is in the same places in every account", async () => {
    const run = await deployNetwork({ availabilityZones: ["use1-az1", "use1-az4"], natGateways: "single" });
    const subnet = ec2(run, "Subnet", "network-private-use1-az4").inputs;
    expect(subnet).toMatchObject({ availabilityZoneId: "use1-az4", cidrBlock: "10.0.96.0/20" });
    expect(subnet).not.toHaveProperty("availabilityZone");
    expect(ec2(run, "NatGateway", "network-nat-use1-az1").inputs.subnetId).toBe(ec2(run, "Subnet", "network-public-use1-az1").id);
  });
});
