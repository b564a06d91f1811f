import { type NatArgs, natProblems, planNat } from "./nat-plan";

const zones = ["us-east-1a", "us-east-1b"];

function problemsOf(args: Omit<NatArgs, "profile">): string[] {
  const problems = natProblems({ profile: "production", ...args }, zones, "us-east-1");
  return problems.map(({ argument, rule, value, remedy }) => `${argument} ${rule}, got ${JSON.stringify(value)}: ${remedy}`);
}

describe("the plan of NAT gateways", () => {
  it("keeps the addresses in production, and releases them with an ephemeral network", () => {
    expect(planNat({ profile: "production" }, zones)).toEqual({ mode: "per-zone", addresses: { kind: "created", onRemoval: "protect" } });
    expect(planNat({ profile: "ephemeral" }, zones)).toEqual({ mode: "per-zone", addresses: { kind: "created", onRemoval: "release" } });
    expect(planNat({ profile: "ephemeral", elasticIps: { kind: "created", onRemoval: "retain" } }, zones).addresses).toEqual({
      kind: "created",
      onRemoval: "retain",
    });
    expect(planNat({ profile: "production", elasticIps: { kind: "created" } }, zones).addresses).toEqual({ kind: "created", onRemoval: "protect" });
  });

  it("leaves the addresses of a regional gateway to AWS, unless it is told otherwise", () => {
    const regional = { profile: "production", natGateways: "regional" } as const;
    expect(planNat(regional, zones)).toEqual({ mode: "regional", addresses: { kind: "automatic" } });
    expect(planNat({ ...regional, elasticIps: { kind: "created" } }, zones).addresses).toEqual({ kind: "created", onRemoval: "protect" });
    expect(planNat({ ...regional, elasticIps: { kind: "own", allocationIds: {} } }, zones).addresses).toEqual({ kind: "own" });
  });

  it.each([
    ["per-zone", ["us-east-1a", "us-east-1b"]],
    ["regional", ["us-east-1a", "us-east-1b"]],
    ["single", ["us-east-1a"]],
  ] as const)("with %s takes an own address for each of %s", (natGateways, needed) => {
    const allocationIds = Object.fromEntries(needed.map((zone) => [zone, `eipalloc-${zone}`]));
    expect(problemsOf({ natGateways, elasticIps: { kind: "own", allocationIds } })).toEqual([]);
  });

  it("takes neither fewer own addresses nor more", () => {
    expect(problemsOf({ elasticIps: { kind: "own", allocationIds: { "us-east-1b": "eipalloc-1", "us-east-1z": "eipalloc-2" } } })).toEqual([
      'elasticIps.allocationIds must have one address for each zone with a NAT gateway, which are us-east-1a, us-east-1b, got ["us-east-1b","us-east-1z"]: add us-east-1a, remove us-east-1z',
    ]);
    expect(problemsOf({ natGateways: "none", elasticIps: { kind: "own", allocationIds: { "us-east-1a": "eipalloc-1" } } })).toEqual([
      'elasticIps.allocationIds must have one address for each zone with a NAT gateway, which are none, got ["us-east-1a"]: remove us-east-1a',
    ]);
    expect(problemsOf({ natGateways: "single", elasticIps: { kind: "own", allocationIds: {} } })).toEqual([
      "elasticIps.allocationIds must have one address for each zone with a NAT gateway, which are us-east-1a, got []: add us-east-1a",
    ]);
  });

  it("refuses one address for two zones, where it can tell", () => {
    const allocationIds = { "us-east-1a": "eipalloc-1", "us-east-1b": "eipalloc-1" };
    expect(problemsOf({ elasticIps: { kind: "own", allocationIds } })).toEqual([
      'elasticIps.allocationIds["us-east-1b"] must be an address that no other zone has, because a NAT gateway does not share its address, got "eipalloc-1": use another one, it is that of us-east-1a already',
    ]);
    const unknown = Promise.resolve("eipalloc-1");
    expect(problemsOf({ elasticIps: { kind: "own", allocationIds: { "us-east-1a": unknown, "us-east-1b": unknown } } })).toEqual([]);
  });

  it("keeps the addresses of zones in which no gateway uses them", () => {
    const keep = ["us-east-1a", "us-east-1c"];
    const keptBy = (natGateways: NatArgs["natGateways"]) => {
      return planNat({ profile: "production", natGateways, elasticIps: { kind: "created", keep } }, zones).addresses.kept;
    };
    expect([keptBy("per-zone"), keptBy("regional"), keptBy("single")]).toEqual([["us-east-1c"], ["us-east-1c"], ["us-east-1c"]]);
    expect(keptBy("none")).toEqual(keep);
    const twice = { kind: "created", keep: ["us-east-1c", "us-east-1c"] } as const;
    expect(planNat({ profile: "production", elasticIps: twice }, zones).addresses.kept).toEqual(["us-east-1c"]);
    expect(problemsOf({ elasticIps: { kind: "created", keep } })).toEqual([]);
    expect(problemsOf({ elasticIps: { kind: "created", keep: ["us-east-1a", "us-west-2a"] } })).toEqual([
      'elasticIps.keep[1] must be the name or the id of an availability zone of us-east-1, got "us-west-2a": use for example us-east-1a, or change the region',
    ]);
  });

  it("knows what can become of an address", () => {
    const elasticIps = { kind: "created", onRemoval: "sell" as "retain" } as const;
    expect(problemsOf({ elasticIps })).toEqual([
      'elasticIps.onRemoval must be one of "protect", "retain", "release", got "sell": use "protect", unless nobody has the addresses on a list',
    ]);
    expect(problemsOf({ elasticIps: { kind: "created" } })).toEqual([]);
  });

  it("does not judge addresses of a mode that nobody knows", () => {
    expect(problemsOf({ natGateways: "two" as "none", elasticIps: { kind: "own", allocationIds: {} } })).toEqual([
      'natGateways must be one of "none", "single", "per-zone", "regional", got "two": use "per-zone", unless the loss of one zone may cut the others off',
    ]);
  });
});
