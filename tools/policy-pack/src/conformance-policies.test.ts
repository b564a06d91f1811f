import { allRules, type Rule } from "@org/conformance";
import { conformancePolicies, policyName } from "./conformance-policies";
import { beyondPolicies, canBePolicy } from "./enforcement";

const rule: Rule = {
  id: "test/rule",
  controls: { "a:1": "CRITICAL", "a:2": "HIGH", "a:3": "ERROR", "a:4": "MEDIUM", "a:5": "WARN", "a:6": "LOW", "a:7": "UNKNOWN" },
  requirement: "Something holds.",
  subjects: "every",
  judge: () => false,
};

describe("the policies", () => {
  it("have names that Pulumi takes, each once", () => {
    const names = conformancePolicies().map(({ name }) => name);
    expect(names.filter((name) => !/^[\w.-]{1,100}$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(policyName("pulumi-cp:aws-x")).toBe("pulumi-cp-aws-x");
  });

  it("stop a deployment for what is critical, high or an error, and warn of the rest", () => {
    const [, ...policies] = conformancePolicies([rule]);
    const levels = policies.map(({ displayName, enforcementLevel, severity }) => [displayName, enforcementLevel, severity]);
    expect(levels).toEqual([
      ["a:1", "mandatory", "critical"],
      ["a:2", "mandatory", "high"],
      ["a:3", "mandatory", "high"],
      ["a:4", "advisory", "medium"],
      ["a:5", "advisory", "medium"],
      ["a:6", "advisory", "low"],
      ["a:7", "advisory", undefined],
    ]);
  });

  it("begin with the one that listens to what resources are given, and that judges nothing", () => {
    const [first, ...others] = conformancePolicies();
    expect(first).toMatchObject({ name: "given-properties", enforcementLevel: "advisory" });
    expect(others.filter((policy) => "validateResource" in policy)).toEqual([]);
  });

  it("leave out the three rules that need what an engine does not show", () => {
    const left = allRules.filter((candidate) => !canBePolicy(candidate)).map(({ id }) => id);
    expect(left.sort()).toEqual(Object.keys(beyondPolicies).sort());
    expect(left).toHaveLength(3);
  });
});
