import { ArgumentError, knownRegions, regionFacts } from "@org/infra-naming";
import fc from "fast-check";
import { overlaps, parseIpv4Block, type Ipv4Block } from "./ipv4-block";
import { type NetworkPlanArgs, planNetwork, type ZonePlan } from "./network-plan";

const usEast1 = { region: "us-east-1", availabilityZones: ["us-east-1a", "us-east-1b"] };

function block(text: string): Ipv4Block {
  return parseIpv4Block(text) ?? { address: Number.NaN, prefixLength: Number.NaN };
}

function blocksOf(zone: ZonePlan): Ipv4Block[] {
  return [block(zone.cidrBlocks.public), block(zone.cidrBlocks.private)];
}

function messageOf(args: NetworkPlanArgs): string {
  try {
    planNetwork(args);
  } catch (error) {
    expect(error).toBeInstanceOf(ArgumentError);
    return (error as ArgumentError).message;
  }
  return "nothing thrown";
}

const anyNetwork = fc.integer({ min: 16, max: 22 }).chain((prefixLength) => {
  return fc.nat({ max: 2 ** (prefixLength - 8) - 1 }).map((index) => {
    const offset = index * 2 ** (32 - prefixLength);
    return `10.${Math.floor(offset / 2 ** 16) % 256}.${Math.floor(offset / 2 ** 8) % 256}.${offset % 256}/${prefixLength}`;
  });
});
const anyZones = fc
  .shuffledSubarray([..."abcdefgh"], { minLength: 2 })
  .map((letters) => letters.map((letter) => `us-east-1${letter}`));
const anyNatGateways = fc.constantFrom("none", "single", "per-zone") satisfies fc.Arbitrary<NetworkPlanArgs["natGateways"]>;

describe("the plan of a network", () => {
  it("gives each zone a fixed eighth: half of it private, an eighth of it public", () => {
    expect(planNetwork({ ...usEast1, availabilityZones: ["us-east-1a", "us-east-1b", "us-east-1f"] })).toEqual({
      cidrBlock: "10.0.0.0/16",
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
    const plan = planNetwork({ ...usEast1, cidrBlock: "192.168.4.0/22" });
    expect(plan.zones.map((zone) => zone.cidrBlocks)).toEqual([
      { private: "192.168.4.0/26", public: "192.168.4.64/28" },
      { private: "192.168.4.128/26", public: "192.168.4.192/28" },
    ]);
  });

  it("has the NAT gateways of its mode", () => {
    const natGatewayZones = (natGateways: NetworkPlanArgs["natGateways"]) => {
      return planNetwork({ ...usEast1, natGateways }).zones.map((zone) => zone.natGatewayZone);
    };
    expect(natGatewayZones("per-zone")).toEqual(["us-east-1a", "us-east-1b"]);
    expect(natGatewayZones("single")).toEqual(["us-east-1a", "us-east-1a"]);
    expect(natGatewayZones("none")).toEqual([undefined, undefined]);
    expect("natGatewayZone" in planNetwork({ ...usEast1, natGateways: "none" }).zones[0]).toBe(false);
  });

  it("works for all zones of every region", () => {
    for (const region of knownRegions) {
      const published = regionFacts(region)?.availabilityZones ?? [];
      const availabilityZones = published.length > 0 ? published : [`${region}a`, `${region}b`];
      expect(planNetwork({ region, availabilityZones }).zones).toHaveLength(availabilityZones.length);
    }
  });

  it("keeps subnets inside the network, apart from each other, aligned and of a size that AWS takes", () => {
    fc.assert(
      fc.property(anyNetwork, anyZones, anyNatGateways, (cidrBlock, availabilityZones, natGateways) => {
        const plan = planNetwork({ region: "us-east-1", cidrBlock, availabilityZones, natGateways });
        const network = block(plan.cidrBlock);
        const subnets = plan.zones.flatMap(blocksOf);
        expect(subnets).toHaveLength(2 * availabilityZones.length);
        subnets.forEach((subnet, index) => {
          const size = 2 ** (32 - subnet.prefixLength);
          expect(subnet.prefixLength).toBeGreaterThan(network.prefixLength);
          expect(subnet.prefixLength).toBeLessThanOrEqual(28);
          expect(subnet.address % size).toBe(0);
          expect(subnet.address).toBeGreaterThanOrEqual(network.address);
          expect(subnet.address + size).toBeLessThanOrEqual(network.address + 2 ** (32 - network.prefixLength));
          expect(subnets.slice(index + 1).filter((other) => overlaps(subnet, other))).toEqual([]);
        });
      }),
    );
  });

  it("moves no subnet when a zone is added anywhere, and touches nothing else when one is removed", () => {
    fc.assert(
      fc.property(anyNetwork, anyZones, fc.constantFrom("none", "per-zone"), fc.nat(), (cidrBlock, zones, natGateways, pick) => {
        fc.pre(zones.length > 2);
        const removed = pick % zones.length;
        const plan = (availabilityZones: string[]) => {
          return planNetwork({ region: "us-east-1", cidrBlock, availabilityZones, natGateways }).zones;
        };
        const all = plan(zones);
        const fewer = plan(zones.filter((_zone, index) => index !== removed));
        expect(fewer).toEqual(all.filter((_zone, index) => index !== removed));
      }),
    );
  });

  it("does not depend on the order of the zones but in its own order", () => {
    fc.assert(
      fc.property(anyNetwork, anyZones, (cidrBlock, zones) => {
        const plan = (availabilityZones: string[]) => planNetwork({ region: "us-east-1", cidrBlock, availabilityZones }).zones;
        const sorted = (list: readonly ZonePlan[]) => [...list].sort((a, b) => a.availabilityZone.localeCompare(b.availabilityZone));
        expect(sorted(plan([...zones].reverse()))).toEqual(sorted(plan(zones)));
      }),
    );
  });

  it("keeps a single NAT gateway in its zone while that zone stays the first", () => {
    fc.assert(
      fc.property(anyZones, fc.nat(), (zones, pick) => {
        fc.pre(zones.length > 2);
        const removed = 1 + (pick % (zones.length - 1));
        const fewer = zones.filter((_zone, index) => index !== removed);
        const plan = planNetwork({ region: "us-east-1", availabilityZones: fewer, natGateways: "single" });
        expect(plan.zones.map((zone) => zone.natGatewayZone)).toEqual(fewer.map(() => zones[0]));
      }),
    );
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
        '  - `natGateways` must be one of "none", "single", "per-zone", got "two": use "per-zone", unless the loss of one zone may cut the others off',
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

  it("spans a zone that has no share of the addresses", () => {
    expect(messageOf({ region: "us-east-1", availabilityZones: ["us-east-1a", "us-east-1i"] })).toBe(
      'Network: 1 invalid argument\n  - `availabilityZones[1]` must have one of the letters a to h, by which the addresses are divided among the zones, got "us-east-1i": use another zone of the region',
    );
  });
});
