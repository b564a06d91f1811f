import fc from "fast-check";
import { SECRET_SIGNATURE, SIGNATURE_KEY } from "../property-signatures";
import type { PropertyMap, PropertyValue } from "../provider";
import type { DeploymentState, ResourceState } from "../resource-state";

/** Any JSON value that a property can have, secrets nested anywhere in it. For property tests. */
const propertyValue = fc.letrec<{ value: PropertyValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<PropertyValue>(null, true, false, "", "04da6b54-80e4-46f7-96ec-b56ff0331ba9"),
    fc.string({ unit: "grapheme" }),
    // JSON has no negative zero.
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 3, noNullPrototype: true }),
    tie("value").map((value): PropertyValue => ({ [SIGNATURE_KEY]: SECRET_SIGNATURE, value })),
  ),
})).value;

const propertyMap: fc.Arbitrary<PropertyMap> = fc.dictionary(fc.string(), propertyValue, {
  maxKeys: 4,
  noNullPrototype: true,
});

const time = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000).toISOString());
const names = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 });
const yes = fc.constant(true as const);
const seconds = fc.integer({ min: 1, max: 100_000 });

/** What a resource may have besides its identity and its references; absent as often as not. */
const details = fc.record(
  {
    protect: yes,
    external: yes,
    initErrors: names,
    pendingReplacement: yes,
    additionalSecretOutputs: names,
    customTimeouts: fc.record({ create: seconds, update: seconds, delete: seconds, read: seconds }, { requiredKeys: ["create"] }),
    importID: fc.string({ minLength: 1 }),
    retainOnDelete: yes,
    ignoreChanges: names,
    replaceOnChanges: names,
    hideDiff: names,
    created: time,
    modified: time,
    sourcePosition: fc.string({ minLength: 1 }),
    stackTrace: fc.array(fc.record({ sourcePosition: fc.string() }), { minLength: 1, maxLength: 2 }),
    replacementTrigger: propertyValue,
  },
  { requiredKeys: [] },
);

interface Seed {
  readonly kind: "component" | "provider" | "custom";
  readonly name: string;
  readonly references: readonly number[];
  readonly replaced: boolean;
  readonly inputs: PropertyMap;
  readonly outputs: PropertyMap;
  readonly details: Partial<ResourceState>;
}

const seed: fc.Arbitrary<Seed> = fc.record({
  kind: fc.constantFrom("component" as const, "provider" as const, "custom" as const),
  name: fc.string({ minLength: 1, maxLength: 4 }),
  references: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
  replaced: fc.boolean(),
  inputs: propertyMap,
  outputs: propertyMap,
  details,
});

/** Any state of a stack that Pulumi would accept. */
export const deploymentState: fc.Arbitrary<DeploymentState> = fc
  .record({
    seeds: fc.array(seed, { maxLength: 6 }),
    pending: fc.array(fc.record({ seed, type: fc.constantFrom("creating", "updating", "deleting", "reading") }), { maxLength: 2 }),
  })
  .map(({ seeds, pending }) => {
    const resources: ResourceState[] = [];
    for (const one of seeds) resources.push(grow(one, resources));
    const pendingOperations = pending.map((operation) => ({
      resource: grow(operation.seed, resources),
      type: operation.type,
    }));
    return { resources, pendingOperations };
  });

/** A state whose references are among those that stand before it. */
function grow(from: Seed, before: readonly ResourceState[]): ResourceState {
  const [first = 0, second = 0, third = 0, fourth = 0] = from.references;
  const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % (list.length + 1)];
  const type = { component: "test:index:Group", provider: "pulumi:providers:test", custom: "test:index:Thing" }[from.kind];
  // The number keeps URNs apart unless the state is one of those that were replaced.
  const urn = `urn:pulumi:dev::test::${type}::${from.name}${from.replaced ? "" : before.length}`;
  const provider = pick(before.filter((state) => state.type.startsWith("pulumi:providers:")), first);
  const parent = pick(before, second)?.urn;
  const dependency = pick(before, third)?.urn;
  const deletedWith = pick(before, fourth)?.urn;
  return {
    urn,
    type,
    custom: from.kind !== "component",
    ...(from.kind !== "component" && { id: `id-${before.length}` }),
    ...(from.replaced && { delete: true }),
    inputs: from.inputs,
    outputs: from.outputs,
    ...(parent !== undefined && { parent }),
    dependencies: dependency === undefined ? [] : [dependency],
    propertyDependencies: dependency === undefined ? {} : { value: [dependency], other: [] },
    ...(deletedWith !== undefined && { deletedWith }),
    ...(provider !== undefined && { provider: `${provider.urn}::${provider.id}` }),
    ...from.details,
  };
}
