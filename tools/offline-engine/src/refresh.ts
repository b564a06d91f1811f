import { deepEqual } from "./deep-equal";
import type { DeploymentContext } from "./deployment";
import { structuralDiff } from "./property-diff";
import { isProviderType } from "./provider-table";
import type { ResourceState } from "./resource-state";
import type { ReadResult } from "./provider";
import { markSecretKeys, markSecretsLike, toProviderMap } from "./secret-values";
import { type StepFacts, requestOf } from "./step-runner";
import { withoutUndefined } from "./wire-values";

/** Reads every object of the state, in its order, and records what has become of it. */
export async function runRefresh(context: DeploymentContext, states: readonly ResourceState[]): Promise<void> {
  const gone = new Set<string>();
  for (const state of states) {
    const attached = withoutReferences(state, gone);
    if (isRead(context, state)) await refreshOne(context, state, attached, gone);
    else context.options.recorder.complete({ put: attached, drop: state });
    context.index.claim(state);
  }
}

/** Components and providers exist in the state only; what is half replaced is the next deployment's business. */
function isRead({ targets }: DeploymentContext, state: ResourceState): boolean {
  return (
    state.custom &&
    !isProviderType(state.type) &&
    !state.type.startsWith("pulumi:pulumi:") &&
    state.delete !== true &&
    state.pendingReplacement !== true &&
    targets.includes(state.urn)
  );
}

async function refreshOne(
  { runner }: DeploymentContext,
  state: ResourceState,
  attached: ResourceState,
  gone: Set<string>,
): Promise<void> {
  const { urn, type } = state;
  const facts = { urn, type, old: state, ...(state.provider !== undefined && { provider: state.provider }) };
  const found = await runner.look({ ...facts, op: "refresh" }, async ({ provider, config }) =>
    provider.read({
      ...requestOf(state, config),
      id: state.id ?? "",
      inputs: toProviderMap(state.inputs),
      outputs: toProviderMap(state.outputs),
    }),
  );
  if (found === undefined) {
    gone.add(urn);
    runner.conclude({ ...facts, op: "delete" }, undefined, { drop: state });
    return;
  }
  const now = refreshedState(attached, found);
  const outcome = outcomeOf(state, now);
  runner.conclude({ ...facts, ...outcome }, now, { put: now, drop: state });
}

function outcomeOf(old: ResourceState, now: ResourceState): Pick<StepFacts, "op" | "detailedDiff"> {
  if (deepEqual(old.outputs, now.outputs) && deepEqual(old.inputs, now.inputs)) return { op: "same" };
  const detailedDiff = {
    ...structuralDiff(old.inputs, now.inputs, { inputDiff: true }),
    ...structuralDiff(old.outputs, now.outputs, { inputDiff: false }),
  };
  return { op: "update", detailedDiff };
}

function refreshedState(state: ResourceState, found: ReadResult): ResourceState {
  const outputs = markSecretsLike(withoutUndefined(found.outputs), { ...state.inputs, ...state.outputs });
  const now = {
    ...state,
    id: found.id,
    // What was only read has the inputs that the program gave to read it.
    inputs: state.external === true ? state.inputs : markSecretsLike(withoutUndefined(found.inputs), state.inputs),
    outputs: markSecretKeys(outputs, state.additionalSecretOutputs ?? []),
  };
  const same = deepEqual(now.outputs, state.outputs) && deepEqual(now.inputs, state.inputs);
  return same ? state : { ...now, modified: new Date().toISOString() };
}

/** A state must not refer to what does not exist any more: the next deployment will say what is to become of it. */
function withoutReferences(state: ResourceState, gone: ReadonlySet<string>): ResourceState {
  const stays = (urn: string): boolean => !gone.has(urn);
  const lists = [state.dependencies, ...Object.values(state.propertyDependencies)];
  const single = [state.parent, state.deletedWith];
  if (gone.size === 0) return state;
  if (lists.every((urns) => urns.every(stays)) && single.every((urn) => urn === undefined || stays(urn))) return state;
  const { parent, deletedWith, ...rest } = state;
  return {
    ...rest,
    ...(parent !== undefined && stays(parent) && { parent }),
    ...(deletedWith !== undefined && stays(deletedWith) && { deletedWith }),
    dependencies: state.dependencies.filter(stays),
    propertyDependencies: Object.fromEntries(
      Object.entries(state.propertyDependencies).map(([key, urns]) => [key, urns.filter(stays)]),
    ),
  };
}
