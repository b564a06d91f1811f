import type { DeploymentContext } from "./deployment";
import { protectionError } from "./protection";
import { ProviderError } from "./provider";
import type { ResourceState, StateChange } from "./resource-state";
import { referencesOf } from "./state-references";
import { typeOfUrn } from "./urn";

/** Deletes old states, dependents first. Refuses before it touches anything when one of them is protected. */
export async function runDeletions(context: DeploymentContext, inReverse: readonly ResourceState[]): Promise<void> {
  const doomed = context.targets.of(inReverse);
  const kept = doomed.filter(({ protect, external }) => protect === true && external !== true);
  const failures = kept.map((state) =>
    context.runner.refuse({ op: "delete", urn: state.urn, type: state.type, old: state }, undefined, protectionError(state, "delete")),
  );
  if (failures[0] !== undefined) throw failures[0];
  refuseToStrand(context, inReverse, doomed);
  const goneWith = new Set(doomed.map(({ urn }) => urn));
  for (const state of doomed) {
    const op = state.delete === true ? "delete-replaced" : "delete";
    // Its container is deleted in this run too, and takes it along.
    const carried = state.deletedWith !== undefined && goneWith.has(state.deletedWith);
    await deleteObject(context, state, op, { drop: state }, carried);
    context.index.claim(state);
  }
}

/** Deletes the object behind a state, unless it is not ours to delete, and changes the state. */
export async function deleteObject(
  { runner }: DeploymentContext,
  state: ResourceState,
  op: "delete" | "delete-replaced",
  change: StateChange,
  carried = false,
): Promise<void> {
  const facts = {
    op,
    urn: state.urn,
    type: state.type,
    old: state,
    ...(state.provider !== undefined && { provider: state.provider }),
  };
  const untouched =
    carried || state.external === true || state.retainOnDelete === true || state.pendingReplacement === true;
  await runner.delete(facts, state, change, { objectToo: !untouched });
}

/** What is not deleted must not be left depending on what is. */
function refuseToStrand(
  { targets, runner }: DeploymentContext,
  inReverse: readonly ResourceState[],
  doomed: readonly ResourceState[],
): void {
  if (targets.everything) return;
  const going = new Set(doomed.map(({ urn }) => urn));
  for (const state of inReverse) {
    const lost = going.has(state.urn) ? undefined : referencesOf(state).find((urn) => going.has(urn));
    if (lost === undefined) continue;
    const error = new ProviderError(
      "DependentNotTargeted",
      `cannot delete ${lost}: ${state.urn} depends on it and is no target`,
      `Add --target '${state.urn}', or leave this target out.`,
    );
    throw runner.refuse({ op: "delete", urn: lost, type: typeOfUrn(lost) }, undefined, error);
  }
}
