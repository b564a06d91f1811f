import type { DeploymentContext } from "./deployment";
import { protectionError } from "./protection";
import type { ResourceState, StateChange } from "./resource-state";

/** Deletes old states, dependents first. Refuses before it touches anything when one of them is protected. */
export async function runDeletions(context: DeploymentContext, inReverse: readonly ResourceState[]): Promise<void> {
  const doomed = context.targets.of(inReverse);
  const kept = doomed.filter(({ protect, external }) => protect === true && external !== true);
  const failures = kept.map((state) =>
    context.runner.refuse({ op: "delete", urn: state.urn, type: state.type, old: state }, undefined, protectionError(state, "delete")),
  );
  if (failures[0] !== undefined) throw failures[0];
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
