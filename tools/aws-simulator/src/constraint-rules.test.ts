import type { PropertyMap } from "@org/offline-engine";
import { UNKNOWN } from "@org/offline-engine";
import { oneOfRule, rangeRule } from "./constraint-rules";
import { ResourceContext } from "./resource-context";
import type { Rule } from "./rule";
import { World } from "./world";

const source = "https://docs.aws.amazon.com";

function ask(rule: Rule, inputs: PropertyMap): unknown {
  return rule.refuse(
    new ResourceContext({ world: World.memory(), accountId: "1", seed: "", region: "us-east-1", urn: "", type: "t", logicalName: "", inputs, tagsAll: {}, preview: false }),
  );
}

describe("oneOfRule", () => {
  const rule = oneOfRule({ id: "s/r", source, path: "rules[].status", member: "status", values: ["On", "Off"] });

  it("takes the values of the set, missing ones, and those that are not known yet", () => {
    const legal: PropertyMap[] = [{}, { rules: [] }, { rules: [{ status: "On" }, { status: UNKNOWN }] }];
    for (const inputs of legal) expect(ask(rule, inputs)).toBeUndefined();
  });

  it("says in AWS's words which value is not one of them, and where it stands", () => {
    expect(ask(rule, { rules: [{ status: "On" }, { status: "on" }] })).toEqual({
      code: "ValidationException",
      message: "1 validation error detected: Value 'on' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [On, Off]",
      remedy: "Set `rules[].status` to one of On, Off. It stands at `rules[1].status`.",
    });
  });
});

describe("rangeRule", () => {
  const rule = rangeRule({ id: "s/r", source, path: "days", member: "days", code: "Bad", min: 7, max: 30, also: [0] });

  it.each([0, 7, 30])("takes %d", (days) => {
    expect(ask(rule, { days })).toBeUndefined();
  });

  it.each([
    [6, "greater than or equal to 7"],
    [31, "less than or equal to 30"],
  ])("refuses %d: it must be %s", (days, bound) => {
    expect(ask(rule, { days })).toEqual({
      code: "Bad",
      message: `1 validation error detected: Value '${days}' at 'days' failed to satisfy constraint: Member must have value ${bound}`,
      remedy: "Set `days` to 0, or 7 to 30.",
    });
  });
});
