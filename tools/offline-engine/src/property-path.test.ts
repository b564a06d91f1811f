import { copyAtPath, parsePath, pathContains } from "./property-path";
import { secretOf } from "./secret-values";

it.each([
  ["tags", ["tags"]],
  ["tags.Name", ["tags", "Name"]],
  ["rules[0].name", ["rules", 0, "name"]],
  ["rules[*].name", ["rules", "*", "name"]],
  ['tags["a.b"].c', ["tags", "a.b", "c"]],
  ['["a\\"b"]', ['a"b']],
  ["*", ["*"]],
  ["", []],
])("reads %s", (path, segments) => {
  expect(parsePath(path)).toEqual(segments);
});

it("says where it cannot read on", () => {
  expect(() => parsePath("rules[0.name")).toThrow(
    "`rules[0.name` is not a property path: cannot read it from `[0.name` on",
  );
});

it("contains a path that is equal or lies below, whatever stands for `*`", () => {
  const contains = (pattern: string, path: string): boolean => pathContains(parsePath(pattern), parsePath(path));
  expect(contains("tags", "tags")).toBe(true);
  expect(contains("tags", "tags.Name")).toBe(true);
  expect(contains("tags.Name", "tags")).toBe(false);
  expect(contains("rules[*].name", "rules[3].name")).toBe(true);
  expect(contains("rules[1]", "rules[2]")).toBe(false);
  expect(contains("*", "anything.below")).toBe(true);
});

it("looks through a secret, which stays one", () => {
  const source = { a: secretOf({ x: 1, y: 1 }) };
  expect(copyAtPath({ a: { x: 2, y: 2 } }, source, ["a", "x"])).toEqual({ a: secretOf({ x: 1, y: 2 }) });
});

it("leaves alone an element that only one side has", () => {
  expect(copyAtPath({ a: [1, 2, 3] }, { a: [9] }, ["a", 2])).toEqual({ a: [1, 2, 3] });
  expect(copyAtPath({ a: [1, 2, 3] }, { a: [9] }, ["a", "*"])).toEqual({ a: [9] });
});

it("shares what does not change with the map that is copied into", () => {
  const target = { kept: { deep: [1] }, taken: 1 };
  expect(copyAtPath(target, { taken: 2 }, ["taken"]).kept).toBe(target.kept);
});
