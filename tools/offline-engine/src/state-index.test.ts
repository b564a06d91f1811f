import * as fc from "fast-check";
import type { ResourceState } from "./resource-state";
import { StateIndex } from "./state-index";

const state = (name: number, dependencies: readonly number[]): ResourceState => ({
  urn: `urn:${name}`,
  type: "t:t:T",
  custom: true,
  inputs: {},
  outputs: {},
  dependencies: dependencies.map((other) => `urn:${other}`),
  propertyDependencies: {},
});

/** States in topological order: each depends on some of those before it. */
const resources = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 30 })
  .map((links) => links.map((link, name) => state(name, name === 0 ? [] : [...new Set(link.map((n) => n % name))])));

it("gives what is left in an order in which nothing goes before what depends on it", () => {
  fc.assert(
    fc.property(resources, fc.array(fc.nat()), (all, claimed) => {
      const index = new StateIndex({ resources: all, pendingOperations: [] });
      for (const n of claimed) index.claim(all[n % all.length] as ResourceState);
      const order = index.remainingInReverse();
      const gone = new Set<string>();
      for (const { urn } of order) {
        gone.add(urn);
        const stranded = order.filter((other) => !gone.has(other.urn) && other.dependencies.includes(urn));
        expect(stranded).toEqual([]);
      }
    }),
  );
});

it("finds everything that depends on a resource, each after what it depends on, and nothing else", () => {
  fc.assert(
    fc.property(resources, fc.nat(), (all, n) => {
      const root = all[n % all.length] as ResourceState;
      const expected = new Set([root.urn]);
      for (const { urn, dependencies } of all) if (dependencies.some((other) => expected.has(other))) expected.add(urn);
      expected.delete(root.urn);
      const found = new StateIndex({ resources: all, pendingOperations: [] }).dependentsOf(root);
      expect(found.map(({ urn }) => urn)).toEqual([...expected]);
    }),
  );
});

it("keeps the place of a state that is changed, and does not give a claimed one", () => {
  const [a, b] = [state(0, []), state(1, [0])];
  const index = new StateIndex({ resources: [a, b], pendingOperations: [] });
  index.claim(a);
  expect(index.live(a.urn)).toBeUndefined();
  const marked = { ...a, delete: true };
  index.leaveForDeletion(a, marked);
  expect(index.remainingInReverse()).toEqual([b, marked]);
  expect(index.live(a.urn)).toBeUndefined();
});
