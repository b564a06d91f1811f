import { STACK_REFERENCE_TYPE } from "./builtin-provider";
import type { DeploymentContext } from "./deployment";
import { desiredState } from "./desired-state";
import { type PropertyMap, ProviderError, isUnknown } from "./provider";
import type { ReadGoal, ResourceGoal } from "./resource-goal";
import type { ResourceState } from "./resource-state";
import { containsSecret } from "./secret-values";

/** Looks up a resource that the program names by id; it joins the state as external. */
export async function readResource(
  context: DeploymentContext,
  urn: string,
  goal: ResourceGoal,
  id: string,
): Promise<ResourceState> {
  const { runner, index } = context;
  const old = index.live(urn);
  if (old !== undefined) index.claim(old);
  const wanted: ResourceState = { ...desiredState({ urn, goal, id, inputs: goal.inputs, outputs: {} }), external: true };
  const facts = {
    op: "read" as const,
    urn,
    type: goal.type,
    ...(old !== undefined && { old }),
    ...(goal.provider !== undefined && { provider: goal.provider }),
  };
  // What was managed under this name until now is the program's no more: it goes at the end of the run.
  const drop = old?.external === true ? old : undefined;
  if (old !== undefined && drop === undefined) leaveForDeletion(context, old);
  if (isUnknown(id)) return runner.record(facts, wanted, { put: wanted, ...(drop !== undefined && { drop }) });
  if (goal.type !== STACK_REFERENCE_TYPE) return runner.read(facts, wanted, drop);
  let outputs: PropertyMap;
  try {
    outputs = await stackOutputs(context, id);
  } catch (error) {
    throw runner.refuse(facts, wanted, error);
  }
  const secretOutputNames = Object.keys(outputs).filter((name) => containsSecret(outputs[name]));
  const state = { ...wanted, outputs: { name: id, outputs, secretOutputNames } };
  return runner.record(facts, state, { put: state, ...(drop !== undefined && { drop }) });
}

async function stackOutputs({ options }: DeploymentContext, name: string): Promise<PropertyMap> {
  const outputs = await options.stackReference?.(name);
  if (outputs !== undefined) return outputs;
  throw new ProviderError(
    "UnknownStack",
    `the stack reference \`${name}\` names no stack that exists here`,
    "Use organization/<project>/<stack> of a stack in the same state folder, and deploy that stack first.",
  );
}

function leaveForDeletion({ options, index }: DeploymentContext, old: ResourceState): void {
  const now = { ...old, delete: true };
  options.recorder.complete({ amend: { old, now } });
  index.leaveForDeletion(old, now);
}

/** What a read resource has of a registered one: it takes over its parent's options like any other. */
export function asResourceGoal(goal: ReadGoal): ResourceGoal {
  return {
    ...goal,
    custom: true,
    providers: {},
    propertyDependencies: {},
    replaceWith: [],
    ignoreChanges: [],
    replaceOnChanges: [],
    hideDiff: [],
    aliases: [],
    transforms: [],
  };
}
