import { UNKNOWN } from "@org/offline-engine";
import { refusalOf, SimulatedAccount } from "../../simulated-account.fixture";
import { Landscape } from "../landscape.fixture";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const NAT = "aws:ec2/natGateway:NatGateway";
const IPV6 = { cidrBlock: "10.0.0.0/16", assignGeneratedIpv6CidrBlock: true };

describe("the IPv6 block of a VPC", () => {
  it("is a /56 of Amazon's, and none unless it is asked for", () => {
    const account = new SimulatedAccount();
    expect(account.create(VPC, "dual", IPV6).outputs).toMatchObject({
      ipv6CidrBlock: expect.stringMatching(/^2600:1f18:[1-9a-f][0-9a-f]{0,3}:[1-9a-f][0-9a-f]?00::\/56$/),
      ipv6AssociationId: expect.stringMatching(/^vpc-cidr-assoc-/),
      ipv6CidrBlockNetworkBorderGroup: "us-east-1",
    });
    expect(account.create(VPC, "single", { cidrBlock: "10.0.0.0/16" }).outputs).toMatchObject({ ipv6CidrBlock: "", ipv6AssociationId: "" });
  });

  it("comes and goes with an update, unknown in its preview", () => {
    const account = new SimulatedAccount();
    const vpc = account.create(VPC, "vpc", { cidrBlock: "10.0.0.0/16" });
    expect(account.update(vpc, IPV6, true).outputs["ipv6CidrBlock"]).toBe(UNKNOWN);
    const dual = account.update(vpc, IPV6);
    expect(dual.outputs["ipv6CidrBlock"]).toMatch(/::\/56$/);
    const tagged = account.update(dual, { ...IPV6, tags: { Team: "web" } });
    expect(tagged.outputs["ipv6CidrBlock"]).toBe(dual.outputs["ipv6CidrBlock"]);
    expect(account.update(tagged, { cidrBlock: "10.0.0.0/16" }).outputs["ipv6CidrBlock"]).toBe("");
  });

  it("holds the blocks of its subnets, no two of which overlap", () => {
    const account = new SimulatedAccount();
    const vpc = account.create(VPC, "vpc", IPV6);
    const start = String(vpc.outputs["ipv6CidrBlock"]).replace("00::/56", "");
    const subnet = (name: string, third: number, ipv6CidrBlock: string) => {
      return account.create(SUBNET, name, { vpcId: vpc.id, cidrBlock: `10.0.${third}.0/24`, ipv6CidrBlock });
    };
    expect(subnet("a", 0, `${start}01::/64`).outputs["ipv6CidrBlockAssociationId"]).toMatch(/^subnet-cidr-assoc-/);
    subnet("b", 1, `${start}20::/64`);
    expect(refusalOf(() => subnet("c", 2, `${start}01::/64`))).toMatchObject({
      rule: "ec2/subnet-ipv6-free",
      code: "InvalidSubnet.Conflict",
      message: `The CIDR '${start}01::/64' conflicts with another subnet`,
    });
    expect(refusalOf(() => subnet("d", 3, "2600:1f18:0:1::/64"))).toMatchObject({
      rule: "ec2/subnet-ipv6-in-vpc",
      code: "InvalidSubnet.Range",
      message: "The CIDR '2600:1f18:0:1::/64' is invalid.",
    });
  });

  it("is not held against what is written in a form that nobody reads here, or where there is none", () => {
    const account = new SimulatedAccount();
    const vpc = account.create(VPC, "vpc", { cidrBlock: "10.0.0.0/16" });
    for (const [index, ipv6CidrBlock] of ["2600:1f18:0:1::/64", "2600:1f18:0:2:0:0:0:0/64"].entries()) {
      const inputs = { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, ipv6CidrBlock };
      expect(account.create(SUBNET, `subnet-${index}`, inputs).outputs["ipv6CidrBlock"]).toBe(ipv6CidrBlock);
    }
  });
});

describe("a VPC with a block from a pool", () => {
  const pooled = { ipv4IpamPoolId: "ipam-pool-0123456789abcdef0", ipv4NetmaskLength: 20 };

  it("gets the first one that is free, which its preview does not know", () => {
    const account = new SimulatedAccount();
    expect(account.preview(VPC, "first", pooled)["cidrBlock"]).toBe(UNKNOWN);
    expect(account.create(VPC, "first", pooled).outputs["cidrBlock"]).toBe("10.0.0.0/20");
    expect(account.create(VPC, "second", pooled).outputs["cidrBlock"]).toBe("10.0.16.0/20");
    expect(account.create(VPC, "other", { ...pooled, ipv4IpamPoolId: "ipam-pool-1" }).outputs["cidrBlock"]).toBe("10.0.0.0/20");
  });
});

describe("a VPC with a block from a pool of the same account", () => {
  it("gets one of those that were provisioned for the pool, of the pool's own size", () => {
    const account = new SimulatedAccount();
    const ipam = account.create("aws:ec2/vpcIpam:VpcIpam", "ipam", { operatingRegions: [{ regionName: "us-east-1" }] });
    const pool = account.create("aws:ec2/vpcIpamPool:VpcIpamPool", "pool", {
      addressFamily: "ipv4",
      ipamScopeId: String(ipam.outputs["privateDefaultScopeId"]),
      locale: "us-east-1",
      allocationDefaultNetmaskLength: 24,
    });
    account.create("aws:ec2/vpcIpamPoolCidr:VpcIpamPoolCidr", "cidr", { ipamPoolId: pool.id, cidr: "10.64.0.0/23" });
    const blocks = ["first", "second"].map((name) => account.create(VPC, name, { ipv4IpamPoolId: pool.id }).outputs["cidrBlock"]);
    expect(blocks).toEqual(["10.64.0.0/24", "10.64.1.0/24"]);
    expect(ipam.outputs).toMatchObject({ arn: `arn:aws:ec2::123456789012:ipam/${ipam.id}`, scopeCount: 2 });
    expect(pool.outputs).toMatchObject({ arn: `arn:aws:ec2::123456789012:ipam-pool/${pool.id}`, poolDepth: 1, state: "create-complete" });
  });
});

describe("a regional NAT gateway", () => {
  it("brings its addresses itself until it is told some", () => {
    const landscape = new Landscape();
    landscape.gateway();
    const regional = { vpcId: landscape.vpc().id, availabilityMode: "regional" };
    expect(landscape.account.create(NAT, "automatic", regional).outputs).toMatchObject({
      regionalNatGatewayAddresses: [],
      regionalNatGatewayAutoMode: "enabled",
      autoProvisionZones: "enabled",
      routeTableId: expect.stringMatching(/^rtb-/),
    });
    const address = landscape.address();
    const told = { ...regional, availabilityZoneAddresses: [{ availabilityZone: "us-east-1a", allocationIds: [address.id] }] };
    expect(landscape.account.create(NAT, "told", told).outputs).toMatchObject({
      regionalNatGatewayAutoMode: "disabled",
      regionalNatGatewayAddresses: [
        {
          allocationId: address.id,
          availabilityZone: "us-east-1a",
          availabilityZoneId: "use1-az1",
          publicIp: address.outputs["publicIp"],
          status: "succeeded",
        },
      ],
    });
  });

  it("is replaced when it is told addresses, and changed in place when it is told others", () => {
    const landscape = new Landscape();
    landscape.gateway();
    const regional = { vpcId: landscape.vpc().id, availabilityMode: "regional" };
    const [first, second] = ["first", "second"].map((name) => landscape.account.create("aws:ec2/eip:Eip", name, { domain: "vpc" }).id);
    const told = (id: string | undefined) => ({
      ...regional,
      availabilityZoneAddresses: [{ availabilityZoneId: "use1-az2", allocationIds: [id ?? ""] }],
    });
    const automatic = landscape.account.create(NAT, "nat", regional);
    expect(landscape.account.diff(automatic, told(first)).replaces).toEqual(["availabilityZoneAddresses"]);
    const manual = landscape.account.create(NAT, "manual", told(first));
    expect(landscape.account.diff(manual, told(second)).replaces).toEqual([]);
    expect(landscape.account.update(manual, told(second)).outputs["regionalNatGatewayAddresses"]).toMatchObject([
      { allocationId: second, availabilityZone: "us-east-1b", availabilityZoneId: "use1-az2" },
    ]);
  });
});
