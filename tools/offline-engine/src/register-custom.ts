import { deepEqual } from "./deep-equal";
import type { DeploymentContext, Registered } from "./deployment";
import { desiredState } from "./desired-state";
import { importResource } from "./import-resource";
import { type DiffResult, type PropertyMap, ProviderError, type ResourceRequest, UNKNOWN } from "./provider";
import { type ConfiguredProvider, isProviderType } from "./provider-table";
import { replaceResource } from "./replace-resource";
import type { ResourceGoal } from "./resource-goal";
import type { ResourceState } from "./resource-state";
import { ReportedFailure, RunHalted } from "./run-failure";
import { markSecretsLike, toProviderMap } from "./secret-values";
import { applyIgnoreChanges, planStep } from "./step-planner";
import { type StepFacts, requestOf } from "./step-runner";

/** A custom resource on its way from goal to state. */
export interface CustomRegistration {
  readonly urn: string;
  readonly goal: ResourceGoal;
  readonly old: ResourceState | undefined;
  readonly served: ConfiguredProvider;
  readonly request: ResourceRequest;
}

/** Checks, compares and then creates, updates, replaces or keeps one custom resource. */
export async function registerCustom(
  context: DeploymentContext,
  urn: string,
  goal: ResourceGoal,
  old: ResourceState | undefined,
): Promise<Registered> {
  if (!isProviderType(goal.type) && !context.targets.includes(urn)) return leaveUntouched(context, urn, goal, old);
  const facts = factsOf(urn, goal, old);
  try {
    refuseWithoutDependencies(context, goal);
    const served = context.providers.find(goal.type, goal.provider);
    const registration = { urn, goal, old, served, request: requestOf({ urn, type: goal.type }, served.config) };
    return { state: await bringAbout(context, registration, facts), skipped: false };
  } catch (error) {
    if (error instanceof ReportedFailure || error instanceof RunHalted) throw error;
    throw context.runner.refuse({ ...facts, op: old === undefined ? "create" : "update" }, undefined, error);
  }
}

async function bringAbout(
  context: DeploymentContext,
  registration: CustomRegistration,
  facts: Omit<StepFacts, "op">,
): Promise<ResourceState> {
  const { runner } = context;
  const { urn, goal, old } = registration;
  if (goal.importId !== undefined && (old === undefined || (old.id !== goal.importId && old.importID !== goal.importId))) {
    return importResource(context, registration, goal.importId);
  }
  const managed = old?.external === true ? undefined : old;
  const inputs = await checkInputs(registration, managed?.pendingReplacement === true ? undefined : managed);
  const diff = managed === undefined ? undefined : await diffResource(registration, managed, inputs);
  const plan = planStep({ old, goal, newInputs: inputs, diff, replacedBecause: otherReasons(context, registration) });
  switch (plan.op) {
    case "create": {
      const state = desiredState({ urn, goal, id: undefined, inputs, outputs: {} });
      return runner.create({ ...facts, op: "create" }, state, { ...(old !== undefined && { drop: old }) });
    }
    case "same":
    case "update": {
      // planStep answers "same" and "update" only for a resource that is there.
      if (old === undefined) throw new Error(`nothing to ${plan.op} under ${urn}`);
      const { id, outputs, created, modified } = old;
      const state = desiredState({
        urn,
        goal,
        id,
        inputs,
        outputs,
        ...(created !== undefined && { created }),
        ...(modified !== undefined && { modified }),
      });
      if (plan.op === "same") return runner.record({ ...facts, op: "same" }, state, { put: state, drop: old });
      return runner.update({ ...facts, op: "update", detailedDiff: plan.detailedDiff }, old, state);
    }
    case "replace":
      if (old === undefined) throw new Error(`nothing to replace under ${urn}`);
      return replaceResource(context, { ...registration, old }, plan, () => checkInputs(registration, undefined));
  }
}

/**
 * The inputs as the provider completes them, marked secret like the program's.
 * @throws ProviderError listing every check failure
 */
export async function checkInputs(
  { goal, old, served, request }: CustomRegistration,
  previous: ResourceState | undefined,
): Promise<PropertyMap> {
  const news = applyIgnoreChanges(goal.inputs, old?.inputs, goal.ignoreChanges);
  const { inputs, failures } = await served.provider.check({
    ...request,
    ...(previous !== undefined && { olds: toProviderMap(previous.inputs) }),
    news: toProviderMap(news),
  });
  if (failures.length > 0) {
    const lines = failures.map(({ property, reason }) => (property === undefined ? reason : `${property}: ${reason}`));
    throw new ProviderError(
      "InvalidInputs",
      lines.length === 1 ? String(lines[0]) : `${lines.length} inputs are not valid\n  - ${lines.join("\n  - ")}`,
      "Correct the inputs in the program.",
    );
  }
  return markSecretsLike(inputs, news);
}

async function diffResource(
  { served, request }: CustomRegistration,
  old: ResourceState,
  inputs: PropertyMap,
): Promise<DiffResult> {
  return served.provider.diff({
    ...request,
    id: old.id ?? "",
    oldInputs: toProviderMap(old.inputs),
    oldOutputs: toProviderMap(old.outputs),
    newInputs: toProviderMap(inputs),
  });
}

/** Reasons to replace that are not differences of its own inputs. */
function otherReasons(context: DeploymentContext, { urn, goal, old }: CustomRegistration): readonly string[] {
  const reasons = [...(context.deletedForReplacement.get(urn) ?? [])];
  if (goal.replaceWith.some((other) => context.replaced.has(other))) reasons.push("replaceWith");
  // A trigger that is set for the first time has not changed.
  const before = old?.replacementTrigger;
  if (before !== undefined && !deepEqual(before, goal.replacementTrigger)) reasons.push("replacementTrigger");
  return reasons;
}

export function factsOf(
  urn: string,
  goal: ResourceGoal,
  old: ResourceState | undefined,
): Omit<StepFacts, "op"> {
  return {
    urn,
    type: goal.type,
    ...(old !== undefined && { old }),
    ...(goal.provider !== undefined && { provider: goal.provider }),
  };
}

function refuseWithoutDependencies({ skipped }: DeploymentContext, { dependencies }: ResourceGoal): void {
  const missing = skipped.size === 0 ? undefined : dependencies.find((urn) => skipped.has(urn));
  if (missing === undefined) return;
  throw new ProviderError(
    "DependencyNotTargeted",
    `it needs ${missing}, which does not exist and is no target`,
    `Add --target '${missing}', or deploy without targets first.`,
  );
}

/** Not a target: what exists stays exactly as it is, what does not exist is not created. */
function leaveUntouched(
  { runner, options, skipped }: DeploymentContext,
  urn: string,
  goal: ResourceGoal,
  old: ResourceState | undefined,
): Registered {
  if (old !== undefined) {
    const state = runner.record({ ...factsOf(urn, goal, old), op: "same" }, old, { put: old, drop: old });
    return { state, skipped: false };
  }
  skipped.add(urn);
  const id = options.preview ? "" : UNKNOWN;
  return { state: desiredState({ urn, goal, id, inputs: goal.inputs, outputs: {} }), skipped: true };
}
