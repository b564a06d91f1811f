import type { DeploymentContext } from "./deployment";
import { desiredState } from "./desired-state";
import type { ResourceGoal } from "./resource-goal";
import type { ResourceState } from "./resource-state";
import { planStep } from "./step-planner";

/** Registers a component or the stack: nothing of it exists outside the state. */
export function registerComponent(
  { runner }: DeploymentContext,
  urn: string,
  goal: ResourceGoal,
  old: ResourceState | undefined,
): ResourceState {
  const plan = planStep({ old, goal, newInputs: goal.inputs, diff: undefined, replacedBecause: [] });
  const now = new Date().toISOString();
  const modified = plan.op === "same" ? old?.modified : now;
  const state = desiredState({
    urn,
    goal,
    id: undefined,
    inputs: goal.inputs,
    outputs: old?.outputs ?? {},
    created: old?.created ?? now,
    ...(modified !== undefined && { modified }),
  });
  const facts = { op: plan.op, urn, type: goal.type, ...(old !== undefined && { old }) };
  return runner.record(facts, state, { put: state, ...(old !== undefined && { drop: old }) });
}
