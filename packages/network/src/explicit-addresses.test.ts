import fc from "fast-check";
import { type ExplicitAddresses, explicitAddressProblems } from "./explicit-addresses";
import { networkLayout } from "./network-layout";

const zones = ["us-east-1a", "us-east-1b"];

/** The problems as argument, rule and remedy. */
function problemsOf(subnets: ExplicitAddresses["subnets"], cidrBlock = "10.0.0.0/24"): string[] {
  const problems = explicitAddressProblems({ kind: "explicit", cidrBlock, subnets }, zones, ["public", "private"]);
  return problems.map(({ argument, rule, value, remedy }) => `${argument} ${rule}, got ${JSON.stringify(value)}: ${remedy}`);
}

const legal = {
  "us-east-1a": { public: "10.0.0.0/28", private: "10.0.0.64/26" },
  "us-east-1b": { public: "10.0.0.16/28", private: "10.0.0.128/26" },
};

describe("addresses of each subnet's own", () => {
  it("are taken when they lie in the network, apart from each other", () => {
    expect(problemsOf(legal)).toEqual([]);
  });

  it("may be those of slots", () => {
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 22 }), (prefixLength) => {
        const cidrBlock = `10.0.0.0/${prefixLength}`;
        const rows = networkLayout({ region: "us-east-1", availabilityZones: zones, cidrBlock });
        const subnets = Object.fromEntries(
          zones.map((zone) => [zone, Object.fromEntries(rows.filter((row) => row.zone === zone).map((row) => [row.tier, row.cidrBlock]))]),
        );
        expect(problemsOf(subnets, cidrBlock)).toEqual([]);
      }),
    );
  });

  it("are refused outside the network, with the arithmetic", () => {
    expect(problemsOf({ ...legal, "us-east-1b": { public: "10.0.1.0/28", private: "10.0.0.128/26" } })).toEqual([
      'addresses.subnets["us-east-1b"].public must lie in 10.0.0.0/24 (10.0.0.0/24 ends at 10.0.0.255), got "10.0.1.0/28": use a block inside it, or a larger network',
    ]);
  });

  it("are refused when a subnet is larger than its network, which then overlaps all others", () => {
    const problems = problemsOf({ ...legal, "us-east-1b": { public: "10.0.0.16/28", private: "10.0.0.0/23" } });
    expect(problems).toEqual([
      'addresses.subnets["us-east-1b"].private must lie in 10.0.0.0/24 (10.0.0.0/24 ends at 10.0.0.255), got "10.0.0.0/23": use a block inside it, or a larger network',
      'addresses.subnets["us-east-1b"].private must not overlap addresses.subnets["us-east-1a"].public (10.0.0.0/28 ends at 10.0.0.15), got "10.0.0.0/23": use addresses that no other subnet has',
    ]);
  });

  it("are refused when two subnets share some", () => {
    expect(problemsOf({ ...legal, "us-east-1b": { public: "10.0.0.96/28", private: "10.0.0.128/26" } })).toEqual([
      'addresses.subnets["us-east-1b"].public must not overlap addresses.subnets["us-east-1a"].private (10.0.0.64/26 ends at 10.0.0.127), got "10.0.0.96/28": use addresses that no other subnet has',
    ]);
  });

  it("are wanted for every zone and tier, in blocks that AWS takes", () => {
    expect(problemsOf({ "us-east-1a": { public: "10.0.0.0/29", private: "10.0.0.65/26" } })).toEqual([
      'addresses.subnets["us-east-1a"].public must be an IPv4 block of /16 to /28 (this has 2^(32-29) = 8 addresses and AWS takes at least 16), got "10.0.0.0/29": use a block inside 10.0.0.0/24',
      'addresses.subnets["us-east-1a"].private must start at a multiple of its 64 addresses, got "10.0.0.65/26": use 10.0.0.64/26',
      'addresses.subnets["us-east-1b"].public must be an IPv4 block of /16 to /28, got "": use a block inside 10.0.0.0/24',
      'addresses.subnets["us-east-1b"].private must be an IPv4 block of /16 to /28, got "": use a block inside 10.0.0.0/24',
    ]);
  });

  it("are refused for zones and tiers that the network does not have", () => {
    const isolated = { ...legal["us-east-1a"], isolated: "10.0.0.32/28" };
    expect(problemsOf({ ...legal, "us-east-1a": isolated, "us-east-1z": {} })).toEqual([
      'addresses.subnets["us-east-1a"].isolated must be of a tier that the network has: public, private, got "10.0.0.32/28": remove it, or set isolatedSubnets',
      'addresses.subnets["us-east-1z"] must be one of the zones us-east-1a, us-east-1b, got "us-east-1z": remove it, or add the zone to availabilityZones',
    ]);
    const intra = { ...legal["us-east-1a"], intra: "10.0.0.32/28" };
    expect(problemsOf({ ...legal, "us-east-1a": intra })).toEqual([
      'addresses.subnets["us-east-1a"].intra must be of a tier that the network has: public, private, got "10.0.0.32/28": remove it',
    ]);
  });

  it("are judged on their own where the network's block is wrong", () => {
    expect(problemsOf(legal, "10.0.0.0/8")).toEqual([
      'addresses.cidrBlock must be an IPv4 block of /16 to /28 (this has 2^(32-8) = 16777216 addresses and AWS takes at most 65536), got "10.0.0.0/8": use for example 10.0.0.0/16',
    ]);
  });
});
