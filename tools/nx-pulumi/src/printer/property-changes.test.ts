import type { PropertyDiff, PropertyMap, StepEventMetadata } from "@org/offline-engine";
import { propertyChanges, type PropertyChange } from "./property-changes";

function changes(
  old: PropertyMap,
  now: PropertyMap,
  detailedDiff?: Record<string, PropertyDiff>,
  more: Partial<StepEventMetadata> = {},
): PropertyChange[] {
  const state = { urn: "u", type: "t:t:T" };
  return propertyChanges({
    op: "update",
    ...state,
    old: { ...state, inputs: old, outputs: {} },
    new: { ...state, inputs: now, outputs: {} },
    detailedDiff,
    ...more,
  });
}

const update: PropertyDiff = { kind: "update", inputDiff: true };

it("finds old and new value at nested paths, with keys in quotes and with indices", () => {
  const old = { tags: { "a.b": "1" }, rules: [{ name: "x" }] };
  const now = { tags: { "a.b": "2" }, rules: [{ name: "y" }] };
  expect(changes(old, now, { 'tags["a.b"]': update, "rules[0].name": update })).toEqual([
    { path: 'tags["a.b"]', kind: "update", old: "1", new: "2", forcesReplacement: false },
    { path: "rules[0].name", kind: "update", old: "x", new: "y", forcesReplacement: false },
  ]);
});

it("takes what the provider names as a whole apart as far as both sides have the same shape", () => {
  const old: PropertyMap = { rules: [{ port: 80, on: true }, { port: 81 }] };
  const now = { rules: [{ port: 443, on: true, "a b": 1 }] };
  expect(changes(old, now, { rules: { kind: "update-replace", inputDiff: true } })).toEqual([
    { path: "rules[0].port", kind: "update", old: 80, new: 443, forcesReplacement: true },
    { path: 'rules[0]["a b"]', kind: "add", new: 1, forcesReplacement: true },
    { path: "rules[1]", kind: "delete", old: { port: 81 }, forcesReplacement: true },
  ]);
});

it("compares outputs with inputs when the provider says that it did", () => {
  const state = { urn: "u", type: "t:t:T" };
  const metadata: StepEventMetadata = {
    op: "update",
    ...state,
    old: { ...state, inputs: { size: 1 }, outputs: { size: 7 } },
    new: { ...state, inputs: { size: 1 }, outputs: {} },
    detailedDiff: { size: { kind: "update", inputDiff: false } },
  };
  expect(propertyChanges(metadata)).toEqual([{ path: "size", kind: "update", old: 7, new: 1, forcesReplacement: false }]);
});

it("keeps a change that both sides show alike: a secret", () => {
  expect(changes({ s: "[secret]" }, { s: "[secret]" }, { s: update })).toEqual([
    { path: "s", kind: "update", old: "[secret]", new: "[secret]", forcesReplacement: false },
  ]);
});

it("masks a secret that comes in Pulumi's wire form and marks what is not known yet", () => {
  const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "hunter2" };
  const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
  const found = changes({ a: { x: "plain" }, b: 1 }, { a: { x: secret }, b: unknown }, { a: update, b: update });
  expect(JSON.stringify(found)).not.toContain("hunter2");
  expect(found).toMatchObject([
    { path: "a.x", new: "[secret]" },
    { path: "b", new: "[computed]" },
  ]);
});

it("shows JSON documents by what differs in them, and text that only looks alike as it is", () => {
  const old = { policy: '{"a":{"b":1}}', text: "{no json" };
  const now = { policy: '{"a":{"b":2}}', text: "{none either" };
  expect(changes(old, now, { policy: update, text: update })).toEqual([
    { path: "policy > a.b", kind: "update", old: 1, new: 2, forcesReplacement: false },
    { path: "text", kind: "update", old: "{no json", new: "{none either", forcesReplacement: false },
  ]);
  expect(changes({ policy: '{"a":1}' }, { policy: '{ "a": 1 }' }, { policy: update })).toEqual([
    { path: "policy", kind: "update", old: '{"a":1}', new: '{ "a": 1 }', forcesReplacement: false },
  ]);
});

it("compares the inputs itself where the provider has not compared", () => {
  expect(changes({ a: 1, b: 2, c: 3 }, { a: 1, b: 4, d: 5 }, undefined, { keys: ["b"] })).toEqual([
    { path: "b", kind: "update", old: 2, new: 4, forcesReplacement: true },
  ]);
  expect(changes({ a: 1, b: 2 }, { a: 1, d: 5 })).toEqual([
    { path: "b", kind: "delete", old: 2, forcesReplacement: false },
    { path: "d", kind: "add", new: 5, forcesReplacement: false },
  ]);
});
