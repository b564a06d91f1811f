import type { PropertyMap } from "./provider";
import type { ResourceGoal } from "./resource-goal";
import type { ResourceState } from "./resource-state";

/** The state that a resource has once its step is done. */
export function desiredState(args: {
  readonly urn: string;
  readonly goal: ResourceGoal;
  readonly id: string | undefined;
  readonly inputs: PropertyMap;
  readonly outputs: PropertyMap;
  readonly created?: string;
  readonly modified?: string;
}): ResourceState {
  const { urn, goal, id, inputs, outputs, created, modified } = args;
  // Absent, not undefined: the state is compared, serialised and shown key by key.
  return {
    urn,
    type: goal.type,
    custom: goal.custom,
    ...(id !== undefined && { id }),
    inputs,
    outputs,
    ...(goal.parent !== undefined && { parent: goal.parent }),
    ...(goal.protect === true && { protect: true }),
    dependencies: goal.dependencies,
    propertyDependencies: goal.propertyDependencies,
    ...(goal.provider !== undefined && { provider: goal.provider }),
    ...(goal.additionalSecretOutputs.length > 0 && { additionalSecretOutputs: goal.additionalSecretOutputs }),
    ...(goal.customTimeouts !== undefined && { customTimeouts: goal.customTimeouts }),
    ...(goal.importId !== undefined && { importID: goal.importId }),
    ...(goal.retainOnDelete === true && { retainOnDelete: true }),
    ...(goal.deletedWith !== undefined && { deletedWith: goal.deletedWith }),
    ...(goal.ignoreChanges.length > 0 && { ignoreChanges: goal.ignoreChanges }),
    ...(goal.replaceOnChanges.length > 0 && { replaceOnChanges: goal.replaceOnChanges }),
    ...(goal.replacementTrigger !== undefined && { replacementTrigger: goal.replacementTrigger }),
    ...(goal.hideDiff.length > 0 && { hideDiff: goal.hideDiff }),
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    ...(goal.sourcePosition !== undefined && { sourcePosition: goal.sourcePosition }),
  };
}
