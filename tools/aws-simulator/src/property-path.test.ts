import { UNKNOWN } from "@org/offline-engine";
import type { PropertyMap } from "@org/offline-engine";
import { valueAt, valuesAt } from "./property-path";

const inputs: PropertyMap = {
  vpcId: "vpc-1",
  subnets: ["a", "b"],
  none: null,
  health: { timeout: 5 },
  actions: [{ arn: "one" }, { forward: { groups: [{ arn: "two" }, { weight: 1 }, { arn: "three" }] } }],
  later: UNKNOWN,
};

test.each([
  ["vpcId", [{ value: "vpc-1", at: "vpcId" }]],
  ["subnets[]", [{ value: "a", at: "subnets[0]" }, { value: "b", at: "subnets[1]" }]],
  ["health.timeout", [{ value: 5, at: "health.timeout" }]],
  ["actions[].arn", [{ value: "one", at: "actions[0].arn" }]],
  ["actions[].forward.groups[].arn", [{ value: "two", at: "actions[1].forward.groups[0].arn" }, { value: "three", at: "actions[1].forward.groups[2].arn" }]],
  ["none", []],
  ["missing.timeout", []],
  ["health.missing", []],
])("%s", (path, found) => {
  expect(valuesAt(inputs, path)).toEqual(found);
});

test("what is inside an unknown is unknown", () => {
  expect(valueAt(inputs, "later")).toBe(UNKNOWN);
  expect(valueAt(inputs, "later.timeout")).toBe(UNKNOWN);
  expect(valuesAt(inputs, "later[].arn").map(({ value }) => value)).toEqual([UNKNOWN]);
});
