import type { DeployRun, PropertyMap, ResourceState } from "@org/offline-engine";
import type { PolicyResource } from "@pulumi/policy";
import { knownPart } from "./known-part";

/** What an engine shows a policy of the resources of a stack, and what they were given, as the rules look at a run. */
export function runOfPolicyResources(resources: readonly PolicyResource[], givenTo: (urn: string) => PropertyMap): DeployRun {
  const states = resources.map((resource) => stateOf(resource, givenTo(resource.urn)));
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

function stateOf(resource: PolicyResource, inputs: PropertyMap): ResourceState {
  const { urn, type, props, opts, parent, provider, dependencies, propertyDependencies } = resource;
  let outputs: PropertyMap | undefined;
  return {
    urn,
    type,
    // An engine does not say what is a component; but only what is none has a provider.
    custom: provider !== undefined,
    get id() {
      const { id } = this.outputs;
      return typeof id === "string" ? id : undefined;
    },
    inputs,
    // Copied when a rule asks: there are as many policies as controls, and each looks at a few resources of all.
    get outputs() {
      outputs ??= knownPart(props) as PropertyMap;
      return outputs;
    },
    parent: parent?.urn ?? opts.parent,
    protect: opts.protect,
    // What would be deleted before its replacement is there counts as what has been.
    pendingReplacement: opts.deleteBeforeReplace,
    dependencies: dependencies.map((dependency) => dependency.urn),
    propertyDependencies: Object.fromEntries(
      Object.entries(propertyDependencies).map(([property, on]) => [property, on.map((dependency) => dependency.urn)]),
    ),
    ignoreChanges: opts.ignoreChanges,
    additionalSecretOutputs: opts.additionalSecretOutputs,
    aliases: opts.aliases,
  };
}
