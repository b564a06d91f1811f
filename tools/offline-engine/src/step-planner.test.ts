import * as fc from "fast-check";
import type { DiffResult, PropertyDiffKind, PropertyMap } from "./provider";
import type { ResourceState } from "./resource-state";
import { type PlannedGoal, applyIgnoreChanges, planStep } from "./step-planner";

const old = (more: Partial<ResourceState> = {}): ResourceState => ({
  urn: "urn:pulumi:s::p::t:t:T::n",
  type: "t:t:T",
  custom: true,
  id: "i",
  inputs: {},
  outputs: {},
  dependencies: [],
  propertyDependencies: {},
  ...more,
});
const goal = (more: Partial<PlannedGoal> = {}): PlannedGoal => ({ custom: true, replaceOnChanges: [], ...more });
const plan = (args: Partial<Parameters<typeof planStep>[0]>): ReturnType<typeof planStep> =>
  planStep({ old: old(), goal: goal(), newInputs: {}, diff: undefined, replacedBecause: [], ...args });

const key: fc.Arbitrary<string> = fc.constantFrom("a", "b", "c", "d");
const kind = fc.constantFrom<PropertyDiffKind>("add", "delete", "update", "add-replace", "delete-replace", "update-replace");
const diffs: fc.Arbitrary<DiffResult> = fc.dictionary(key, kind).map((kinds) => ({
  changes: Object.keys(kinds).length > 0,
  replaces: Object.keys(kinds).filter((name) => kinds[name]?.endsWith("-replace")),
  detailedDiff: Object.fromEntries(Object.entries(kinds).map(([name, of]) => [name, { kind: of, inputDiff: true }])),
}));

describe("planStep", () => {
  it("creates what is not there, or was only read", () => {
    fc.assert(
      fc.property(diffs, (diff) => {
        expect(plan({ old: undefined, diff })).toEqual({ op: "create" });
        expect(plan({ old: old({ external: true }), diff })).toEqual({ op: "create" });
      }),
    );
  });

  it("keeps a resource exactly when nothing has changed and nothing forces it to be replaced", () => {
    fc.assert(
      fc.property(diffs, fc.array(key), fc.array(fc.constant("replaceWith"), { maxLength: 1 }), (diff, paths, reasons) => {
        const planned = plan({ diff, goal: goal({ replaceOnChanges: paths }), replacedBecause: reasons });
        expect(planned.op === "same").toBe(!diff.changes && reasons.length === 0);
      }),
    );
  });

  it("replaces exactly when the provider, a path of replaceOnChanges or another resource says so", () => {
    fc.assert(
      fc.property(diffs, fc.array(key), (diff, paths) => {
        const forced = Object.keys(diff.detailedDiff).filter((name) => paths.includes(name));
        const planned = plan({ diff, goal: goal({ replaceOnChanges: paths }) });
        const keys = new Set([...diff.replaces, ...forced]);
        expect(planned.op === "replace").toBe(keys.size > 0);
        if (planned.op === "replace") expect(new Set(planned.keys)).toEqual(keys);
      }),
    );
  });

  it("lets the program decide what goes first, and asks the provider when it does not", () => {
    fc.assert(
      fc.property(fc.option(fc.boolean(), { nil: undefined }), fc.option(fc.boolean(), { nil: undefined }), (ours, theirs) => {
        const diff = {
          changes: true,
          replaces: ["a"],
          detailedDiff: {},
          ...(theirs !== undefined && { deleteBeforeReplace: theirs }),
        };
        const planned = plan({ diff, goal: goal(ours === undefined ? {} : { deleteBeforeReplace: ours }) });
        expect(planned).toMatchObject({ oldObject: (ours ?? theirs ?? false) ? "delete-before" : "delete-after" });
      }),
    );
  });

  it("goes on with a replacement whose old object is gone", () => {
    const diff = { changes: false, replaces: [], detailedDiff: {} };
    expect(plan({ old: old({ pendingReplacement: true }), diff })).toMatchObject({ op: "replace", oldObject: "gone" });
  });

  it("compares a component by its inputs", () => {
    fc.assert(
      fc.property(fc.dictionary(key, fc.integer()), fc.dictionary(key, fc.integer()), (before, after) => {
        const component = { goal: goal({ custom: false }), newInputs: after };
        const same = JSON.stringify(Object.entries(before).sort()) === JSON.stringify(Object.entries(after).sort());
        expect(plan({ old: old({ custom: false, inputs: before }), ...component }).op).toBe(same ? "same" : "update");
      }),
    );
  });
});

describe("applyIgnoreChanges", () => {
  const value: fc.Arbitrary<PropertyMap> = fc.dictionary(key, fc.oneof(fc.integer(), fc.dictionary(key, fc.integer())));

  it("gives the old inputs back for `*`, and the new ones for no path", () => {
    fc.assert(
      fc.property(value, value, (olds, news) => {
        expect(applyIgnoreChanges(news, olds, ["*"])).toEqual(olds);
        expect(applyIgnoreChanges(news, olds, [])).toBe(news);
        expect(applyIgnoreChanges(news, undefined, ["*"])).toBe(news);
      }),
    );
  });

  it("takes each named property from the old inputs and every other from the new ones, and changes neither", () => {
    fc.assert(
      fc.property(value, value, fc.array(key), (olds, news, paths) => {
        const before = JSON.stringify([olds, news]);
        const result = applyIgnoreChanges(news, olds, paths);
        for (const name of ["a", "b", "c", "d"]) {
          expect(result[name]).toEqual(paths.includes(name) ? olds[name] : news[name]);
        }
        expect(JSON.stringify([olds, news])).toBe(before);
      }),
    );
  });
});
