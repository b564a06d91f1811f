import { type NatArgs, natProblems, planNat } from "./nat-plan";

const zones = ["us-east-1a", "us-east-1b"];

function problemsOf(args: Omit<NatArgs, "profile">): string[] {
  const problems = natProblems({ profile: "production", ...args }, zones);
  return problems.map(({ argument, rule, value, remedy }) => `${argument} ${rule}, got ${JSON.stringify(value)}: ${remedy}`);
}

describe("the plan of NAT gateways", () => {
  it("keeps the addresses in production, and releases them with an ephemeral network", () => {
    expect(planNat({ profile: "production" })).toEqual({ mode: "per-zone", addresses: { kind: "created", onRemoval: "protect" } });
    expect(planNat({ profile: "ephemeral" })).toEqual({ mode: "per-zone", addresses: { kind: "created", onRemoval: "release" } });
    expect(planNat({ profile: "ephemeral", elasticIps: { kind: "created", onRemoval: "retain" } }).addresses).toEqual({
      kind: "created",
      onRemoval: "retain",
    });
    expect(planNat({ profile: "production", elasticIps: { kind: "created" } }).addresses).toEqual({ kind: "created", onRemoval: "protect" });
  });

  it("leaves the addresses of a regional gateway to AWS, unless it is told otherwise", () => {
    const regional = { profile: "production", natGateways: "regional" } as const;
    expect(planNat(regional)).toEqual({ mode: "regional", addresses: { kind: "automatic" } });
    expect(planNat({ ...regional, elasticIps: { kind: "created" } }).addresses).toEqual({ kind: "created", onRemoval: "protect" });
    expect(planNat({ ...regional, elasticIps: { kind: "own", allocationIds: {} } }).addresses).toEqual({ kind: "own" });
  });

  it.each([
    ["per-zone", ["us-east-1a", "us-east-1b"]],
    ["regional", ["us-east-1a", "us-east-1b"]],
    ["single", ["us-east-1a"]],
  ] as const)("with %s takes an own address for each of %s", (natGateways, needed) => {
    const allocationIds = Object.fromEntries(needed.map((zone) => [zone, "eipalloc-1"]));
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
