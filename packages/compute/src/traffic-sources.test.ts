import fc from "fast-check";
import { type DeclaredSources, planTrafficPeers, trafficSourceProblems } from "./traffic-sources";

const problems = (sources: DeclaredSources, listenerCount = 1) =>
  trafficSourceProblems(planTrafficPeers(sources), listenerCount);

describe("traffic sources", () => {
  it("are nobody when nothing is named", () => {
    expect(planTrafficPeers({})).toEqual([]);
    expect(problems({})).toEqual([]);
  });

  it("become one peer each, keyed by what it lets in", () => {
    const peers = planTrafficPeers({
      cloudFront: true,
      cidrBlocks: ["203.0.113.0/24", "2001:db8::/32"],
      prefixListIds: { office: "pl-1" },
      securityGroupIds: { proxy: "sg-1" },
    });
    expect(peers).toEqual([
      { kind: "cloudFront", key: "cloudfront" },
      { kind: "cidrIpv4", key: "203.0.113.0-24", cidrBlock: "203.0.113.0/24" },
      { kind: "cidrIpv6", key: "2001-db8---32", cidrBlock: "2001:db8::/32" },
      { kind: "prefixList", key: "pl-office", label: "office" },
      { kind: "securityGroup", key: "sg-proxy", label: "proxy" },
    ]);
  });

  it("keep their keys whatever else is added, removed or moved", () => {
    const octet = fc.integer({ min: 0, max: 255 });
    const network = fc.tuple(octet, octet, octet).map(([a, b, c]) => `${a}.${b}.${c}.0/24`);
    fc.assert(
      fc.property(fc.uniqueArray(network, { minLength: 1, maxLength: 20 }), fc.nat(), (cidrBlocks, seed) => {
        const kept = cidrBlocks.filter((_, index) => (seed >> (index % 16)) & 1).reverse();
        const keyOf = new Map(planTrafficPeers({ cidrBlocks }).map((peer, index) => [cidrBlocks[index], peer.key]));
        expect(new Set(keyOf.values()).size).toBe(cidrBlocks.length);
        planTrafficPeers({ cidrBlocks: kept }).forEach((peer, index) => {
          expect(peer.key).toBe(keyOf.get(kept[index]));
        });
      }),
    );
  });

  it.each(["0.0.0.0/0", "10.0.0.0/8", "203.0.113.7/32", "::/0", "2001:db8::1/128"])("take the network %s", (cidrBlock) => {
    expect(problems({ cidrBlocks: [cidrBlock] })).toEqual([]);
  });

  it.each(["", "10.0.0.0", "10.0.0.0/33", "10.0.0.1/24", "256.0.0.0/8", "10.0.0.0/8/8", "2001:db8::/129", "office"])(
    "refuse the network %j",
    (cidrBlock) => {
      expect(problems({ cidrBlocks: [cidrBlock] })).toEqual([
        {
          argument: "sources.cidrBlocks",
          rule: "must be networks in CIDR notation, without host bits",
          value: cidrBlock,
          remedy: "use for example 203.0.113.0/24 or 2001:db8::/32",
        },
      ]);
    },
  );

  it("name a network only once, as AWS refuses the second rule", () => {
    expect(problems({ cidrBlocks: ["10.0.0.0/8", "10.0.0.0/8"] })).toEqual([
      {
        argument: "sources.cidrBlocks",
        rule: "must name each network once",
        value: "10.0.0.0/8",
        remedy: "remove the repetition",
      },
    ]);
  });

  it("leave room for CloudFront's 55 rules on one listener with five more, and show the sum when they do not", () => {
    const five = ["10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16", "10.4.0.0/16"];
    expect(problems({ cloudFront: true, cidrBlocks: five })).toEqual([]);
    const refused = {
      argument: "sources",
      rule:
        "must need at most 60 rules of the security group: one for each source and listener, and 55 for cloudFront",
      remedy: "use one listener with cloudFront, or gather networks in a prefix list",
    };
    expect(problems({ cloudFront: true, cidrBlocks: [...five, "10.5.0.0/16"] })).toEqual([
      { ...refused, value: "1 x (55 + 6) = 61" },
    ]);
    expect(problems({ cloudFront: true }, 2)).toEqual([{ ...refused, value: "2 x (55 + 0) = 110" }]);
  });
});
