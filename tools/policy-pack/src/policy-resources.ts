import { type DeployRun, type PropertyMap, type PropertyValue, type ResourceState, UNKNOWN } from "@org/offline-engine";
import type { PolicyResource } from "@pulumi/policy";

/** What an engine shows a policy of the resources of a stack, as the rules look at a run. */
export function runOfPolicyResources(resources: readonly PolicyResource[]): DeployRun {
  const states = resources.map(stateOf);
  const unused = (): never => {
    throw new Error("rules look at the resources of a run only");
  };
  return {
    resources: states,
    outputs: {},
    steps: [],
    state: { resources: states, pendingOperations: [] },
    failed: false,
    diagnostics: [],
    resource: unused,
    resourcesOf: unused,
  };
}

function stateOf({ urn, type, props, opts, parent, provider, dependencies, propertyDependencies }: PolicyResource): ResourceState {
  // A stack policy sees the outputs, which of a resource of AWS repeat its inputs.
  const outputs = knownPart(props) as PropertyMap;
  return {
    urn,
    type,
    // An engine does not say what is a component; but only what is none has a provider.
    custom: provider !== undefined,
    ...(typeof outputs["id"] === "string" ? { id: outputs["id"] } : {}),
    inputs: outputs,
    outputs,
    parent: parent?.urn ?? opts.parent,
    protect: opts.protect,
    dependencies: dependencies.map((dependency) => dependency.urn),
    propertyDependencies: Object.fromEntries(
      Object.entries(propertyDependencies).map(([property, on]) => [property, on.map((dependency) => dependency.urn)]),
    ),
    ignoreChanges: opts.ignoreChanges,
    additionalSecretOutputs: opts.additionalSecretOutputs,
    aliases: opts.aliases,
  };
}

/** A copy in which UNKNOWN stands where the given value refuses to be read, as a value does that a preview does not know. */
function knownPart(value: unknown): PropertyValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) return Array.from(value.keys(), (index) => readOrUnknown(value, index));
  return Object.fromEntries(Object.keys(value).map((key) => [key, readOrUnknown(value, key)]));
}

function readOrUnknown(from: object, key: string | number): PropertyValue {
  let value: unknown;
  try {
    value = Reflect.get(from, key);
  } catch {
    return UNKNOWN;
  }
  return knownPart(value);
}
