import { ArgumentError, knownRegions, regionFacts } from "@org/infra-naming";
import { type NetworkPlanArgs, planNetwork } from "./network-plan";

const usEast1 = { region: "us-east-1", availabilityZones: ["us-east-1a", "us-east-1b"] };

function messageOf(args: NetworkPlanArgs): string {
  try {
    planNetwork("Network", args);
  } catch (error) {
    expect(error).toBeInstanceOf(ArgumentError);
    return (error as ArgumentError).message;
  }
  return "nothing thrown";
}

describe("the plan of a network", () => {
  it("gives each zone a fixed eighth: half of it private, an eighth of it public", () => {
    expect(planNetwork("Network", { ...usEast1, availabilityZones: ["us-east-1a", "us-east-1b", "us-east-1f"] })).toEqual({
      cidrBlock: "10.0.0.0/16",
      tiers: ["public", "private"],
      nat: { mode: "per-zone", addresses: { kind: "created", onRemoval: "protect" } },
      endpoints: {
        gateway: ["s3", "dynamodb"],
        interface: ["ssm", "ssmmessages"].map((service) => ({
          service,
          availabilityZones: ["us-east-1a", "us-east-1b", "us-east-1f"],
          privateDns: true,
          ports: [443],
        })),
      },
      zones: [
        {
          availabilityZone: "us-east-1a",
          cidrBlocks: { private: "10.0.0.0/20", public: "10.0.16.0/22" },
          natGatewayZone: "us-east-1a",
        },
        {
          availabilityZone: "us-east-1b",
          cidrBlocks: { private: "10.0.32.0/20", public: "10.0.48.0/22" },
          natGatewayZone: "us-east-1b",
        },
        {
          availabilityZone: "us-east-1f",
          cidrBlocks: { private: "10.0.160.0/20", public: "10.0.176.0/22" },
          natGatewayZone: "us-east-1f",
        },
      ],
    });
  });

  it("divides the smallest network down to the smallest subnets that AWS takes", () => {
    const plan = planNetwork("Network", { ...usEast1, cidrBlock: "192.168.4.0/22" });
    expect(plan.zones.map((zone) => zone.cidrBlocks)).toEqual([
      { private: "192.168.4.0/26", public: "192.168.4.64/28" },
      { private: "192.168.4.128/26", public: "192.168.4.192/28" },
    ]);
  });

  it("has the NAT gateways of its mode", () => {
    const natGatewayZones = (natGateways: NetworkPlanArgs["natGateways"]) => {
      return planNetwork("Network", { ...usEast1, natGateways }).zones.map((zone) => zone.natGatewayZone);
    };
    expect(natGatewayZones("per-zone")).toEqual(["us-east-1a", "us-east-1b"]);
    expect(natGatewayZones("single")).toEqual(["us-east-1a", "us-east-1a"]);
    expect(natGatewayZones("none")).toEqual([undefined, undefined]);
    expect(natGatewayZones("regional")).toEqual([undefined, undefined]);
    expect("natGatewayZone" in planNetwork("Network", { ...usEast1, natGateways: "none" }).zones[0]).toBe(false);
  });

  it("works for all zones of every region", () => {
    for (const region of knownRegions) {
      const published = regionFacts(region)?.availabilityZones ?? [];
      const availabilityZones = published.length > 0 ? published : [`${region}a`, `${region}b`];
      expect(planNetwork("Network", { region, availabilityZones }).zones).toHaveLength(availabilityZones.length);
    }
  });

  it("gives a zone the same addresses by its name as by its id, when the account maps a to az1", () => {
    const byName = planNetwork("Network", { ...usEast1, availabilityZones: ["us-east-1b", "us-east-1h"], isolatedSubnets: true }).zones;
    const byId = planNetwork("Network", { ...usEast1, availabilityZones: ["use1-az2", "use1-az8"], isolatedSubnets: true }).zones;
    expect(byId.map((zone) => zone.cidrBlocks)).toEqual(byName.map((zone) => zone.cidrBlocks));
    expect(byId[1].cidrBlocks).toEqual({ private: "10.0.224.0/20", public: "10.0.240.0/22", isolated: "10.0.244.0/22" });
  });

  it("leaves the addresses to a pool, and nothing else", () => {
    const pooled = planNetwork("Network", { ...usEast1, addresses: { kind: "ipam", netmaskLength: 18 } });
    expect(pooled).toEqual({
      tiers: ["public", "private"],
      zones: usEast1.availabilityZones.map((zone) => ({ availabilityZone: zone, natGatewayZone: zone })),
      nat: planNetwork("Network", usEast1).nat,
      endpoints: planNetwork("Network", usEast1).endpoints,
    });
  });

  it("takes the addresses that it is given for each subnet", () => {
    const subnets = {
      "us-east-1a": { public: "10.7.0.0/26", private: "10.7.0.64/26" },
      "us-east-1b": { public: "10.7.0.128/28", private: "10.7.0.192/26" },
    };
    const plan = planNetwork("Network", { ...usEast1, addresses: { kind: "explicit", cidrBlock: "10.7.0.0/24", subnets } });
    expect(plan.cidrBlock).toBe("10.7.0.0/24");
    expect(plan.zones.map((zone) => zone.cidrBlocks)).toEqual(Object.values(subnets));
  });

  it("follows the profile: what costs by the hour and what protects is for production", () => {
    const { nat, endpoints } = planNetwork("Network", { ...usEast1, profile: "ephemeral" });
    expect(nat).toEqual({ mode: "per-zone", addresses: { kind: "created", onRemoval: "release" } });
    expect(endpoints).toEqual({ gateway: ["s3", "dynamodb"], interface: [] });
  });

});

describe("a network that cannot be", () => {
  it("is refused with everything that is wrong with it", () => {
    const natGateways = "two" as NetworkPlanArgs["natGateways"];
    expect(messageOf({ region: "us-east-1", cidrBlock: "10.0.0.0/8", availabilityZones: ["us-east-1a"], natGateways })).toBe(
      [
        "Network: 3 invalid arguments",
        '  - `cidrBlock` must be an IPv4 block of /16 to /22 (this has 2^(32-8) = 16777216 addresses and AWS takes at most 65536), got "10.0.0.0/8": use for example 10.0.0.0/16',
        '  - `availabilityZones` must name at least 2 availability zones, so that the loss of one leaves another, got ["us-east-1a"]: add us-east-1b',
        '  - `natGateways` must be one of "none", "single", "per-zone", "regional", got "two": use "per-zone", unless the loss of one zone may cut the others off',
      ].join("\n"),
    );
  });

  it.each([
    ["is no block", "10.0.0.0", "must be an IPv4 block of /16 to /22, got", "use for example 10.0.0.0/16"],
    [
      "is too small to be divided",
      "10.0.0.0/23",
      "must be an IPv4 block of /16 to /22 (8 zones of 8 parts make /23 + 3 + 3 = /29, and AWS takes subnets down to /28), got",
      "use for example 10.0.0.0/16",
    ],
    ["starts inside a block", "10.0.1.0/16", "must start at a multiple of its 65536 addresses, got", "use 10.0.0.0/16"],
    ["has zeros in front", "010.0.0.0/16", "must be an IPv4 block of /16 to /22, got", "use for example 10.0.0.0/16"],
    ["is the machine itself", "127.0.0.0/16", "must not overlap 127.0.0.0/8, which AWS keeps to itself, got", "use for example 10.0.0.0/16"],
    ["is link-local", "169.254.64.0/18", "must not overlap 169.254.0.0/16, which AWS keeps to itself, got", "use for example 10.0.0.0/16"],
    ["is multicast", "239.1.0.0/16", "must not overlap 224.0.0.0/4, which AWS keeps to itself, got", "use for example 10.0.0.0/16"],
    ["is nothing", "0.1.0.0/16", "must not overlap 0.0.0.0/8, which AWS keeps to itself, got", "use for example 10.0.0.0/16"],
  ])("has a block that %s", (_title, cidrBlock, rule, remedy) => {
    expect(messageOf({ ...usEast1, cidrBlock })).toBe(
      `Network: 1 invalid argument\n  - \`cidrBlock\` ${rule} "${cidrBlock}": ${remedy}`,
    );
  });

  it.each([
    ["is smaller than AWS takes", "10.0.0.0/29", "must be an IPv4 block of /16 to /22 (this has 2^(32-29) = 8 addresses and AWS takes at least 16), got"],
  ])("has a block that %s", (_title, cidrBlock, rule) => {
    expect(messageOf({ ...usEast1, cidrBlock })).toContain(`\`cidrBlock\` ${rule} "${cidrBlock}"`);
  });

  it.each([
    [15, "this has 2^(32-15) = 131072 addresses and AWS takes at most 65536"],
    [23, "8 zones of 8 parts make /23 + 3 + 3 = /29, and AWS takes subnets down to /28"],
    [17.5, "this is no whole number"],
  ])("asks a pool for a block of /%s", (netmaskLength, reason) => {
    expect(messageOf({ ...usEast1, addresses: { kind: "ipam", netmaskLength } })).toBe(
      `Network: 1 invalid argument\n  - \`addresses.netmaskLength\` must be 16 to 22 (${reason}), got ${netmaskLength}: use for example 16`,
    );
  });

  it("has addresses of two origins", () => {
    expect(messageOf({ ...usEast1, cidrBlock: "10.0.0.0/16", addresses: { kind: "ipam", netmaskLength: 16 } })).toBe(
      "Network: 1 invalid argument\n  - `cidrBlock` must be left out where `addresses` says what the addresses are, got \"10.0.0.0/16\": remove one of the two",
    );
  });

  it("has a profile that nobody knows, from which nothing else can follow", () => {
    const profile = "staging" as NetworkPlanArgs["profile"];
    expect(messageOf({ ...usEast1, profile, natGateways: "two" as "none" })).toBe(
      'Network: 1 invalid argument\n  - `profile` must be one of "production", "ephemeral", got "staging": use "production" unless nobody needs it tomorrow',
    );
  });

  it("is of an account that cannot be, which an Output may still turn out to be", () => {
    expect(messageOf({ ...usEast1, accountId: "123-456-789" })).toBe(
      "Network: 1 invalid argument\n  - `accountId` must be the 12 digits of an AWS account, got \"123-456-789\": leave it out to use the provider's",
    );
    expect(planNetwork("Network", { ...usEast1, accountId: Promise.resolve("123-456-789") })).toEqual(planNetwork("Network", { ...usEast1, accountId: "123456789012" }));
  });

  it("spans a zone whose number has no share of the addresses", () => {
    expect(messageOf({ region: "us-east-1", availabilityZones: ["use1-az1", "use1-az9"] })).toBe(
      'Network: 1 invalid argument\n  - `availabilityZones[1]` must have one of the numbers az1 to az8, by which the addresses are divided among the zones, got "use1-az9": use another zone of the region',
    );
    expect(messageOf({ region: "us-east-1", availabilityZones: ["use1-az1", "use1-az0"] })).toContain("must have one of the numbers az1 to az8");
  });

  it("spans a zone that has no share of the addresses", () => {
    expect(messageOf({ region: "us-east-1", availabilityZones: ["us-east-1a", "us-east-1i"] })).toBe(
      'Network: 1 invalid argument\n  - `availabilityZones[1]` must have one of the letters a to h, by which the addresses are divided among the zones, got "us-east-1i": use another zone of the region',
    );
  });
});
