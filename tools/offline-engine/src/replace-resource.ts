import type { DeploymentContext } from "./deployment";
import { deleteObject } from "./deletions";
import { desiredState } from "./desired-state";
import type { PropertyMap } from "./provider";
import { type CustomRegistration, factsOf } from "./register-custom";
import { dependentsToReplace } from "./replacement-dependents";
import type { ResourceState } from "./resource-state";
import type { StepPlan } from "./step-planner";
import { protectionError } from "./protection";

type Replacement = Extract<StepPlan, { readonly op: "replace" }>;

/** Replaces a resource, the new object coming before or after the old one goes. */
export async function replaceResource(
  context: DeploymentContext,
  registration: CustomRegistration & { readonly old: ResourceState },
  plan: Replacement,
  checkAnew: () => Promise<PropertyMap>,
): Promise<ResourceState> {
  const { runner, index, replaced } = context;
  const { urn, goal, old } = registration;
  const facts = { ...factsOf(urn, goal, old), keys: plan.keys, detailedDiff: plan.detailedDiff };
  // The goal's own protection counts too: who adds it together with a replacing change wants the object kept.
  if (old.protect === true && plan.oldObject !== "gone") throw protectionError(old, "replace");
  // Without the old inputs: a name that the provider makes up must be a different one.
  const inputs = await checkAnew();
  replaced.add(urn);
  let gone = old;
  if (plan.oldObject === "delete-before") {
    const dependents = await dependentsToReplace(old, index.dependentsOf(old), context.providers);
    const kept = dependents.find(({ state }) => state.protect === true && state.delete !== true);
    if (kept !== undefined) throw protectionError(kept.state, "replace");
    for (const { state, keys } of dependents.reverse()) {
      if (state.delete === true) {
        await deleteObject(context, state, "delete-replaced", { drop: state });
        index.claim(state);
      } else {
        await deletePending(context, state, keys);
      }
    }
    gone = await deletePending(context, old, plan.keys);
  }
  const planned = desiredState({ urn, goal, id: undefined, inputs, outputs: {} });
  if (plan.oldObject === "delete-after") {
    const marked = { ...old, delete: true };
    const state = await runner.create({ ...facts, op: "create-replacement" }, planned, { amend: { old, now: marked } });
    index.leaveForDeletion(old, marked);
    runner.announce({ ...facts, op: "replace" }, state);
    return state;
  }
  runner.announce({ ...facts, op: "replace" }, planned);
  return runner.create({ ...facts, op: "create-replacement" }, planned, { drop: gone });

  async function deletePending(
    { deletedForReplacement }: DeploymentContext,
    state: ResourceState,
    keys: readonly string[],
  ): Promise<ResourceState> {
    const now = { ...state, pendingReplacement: true };
    await deleteObject(context, state, "delete-replaced", { amend: { old: state, now } });
    if (state !== old) {
      deletedForReplacement.set(state.urn, keys);
      replaced.add(state.urn);
      index.exchange(state, now);
    }
    return now;
  }
}
