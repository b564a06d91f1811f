import type { Provider } from "./provider";
import { ProviderTable } from "./provider-table";
import type { DeploymentState, PendingOperation, ResourceState } from "./resource-state";
import { markSecretKeys, markSecretsLike, toProviderMap } from "./secret-values";
import { referencesOf } from "./state-references";
import { requestOf } from "./step-runner";
import { withoutUndefined } from "./wire-values";

/** What became of an operation that a killed run had begun. */
export interface Recovery {
  readonly urn: string;
  /** One sentence for the user. */
  readonly message: string;
}

/**
 * The state with what a killed run left pending cleared up: what it created without telling is taken in, what it was
 * updating or deleting is looked at. The world itself is not changed.
 */
export async function recoverPending(
  base: DeploymentState,
  providers: readonly Provider[],
): Promise<{ readonly state: DeploymentState; readonly recoveries: readonly Recovery[] }> {
  if (base.pendingOperations.length === 0) return { state: base, recoveries: [] };
  const table = new ProviderTable(providers, base.resources);
  const resources = [...base.resources];
  const recoveries: Recovery[] = [];
  for (const operation of base.pendingOperations) {
    const message =
      operation.type === "creating"
        ? await adopt(operation, resources, table)
        : await lookAgain(operation, resources, table);
    if (message !== undefined) recoveries.push({ urn: operation.resource.urn, message });
  }
  return { state: { resources, pendingOperations: [] }, recoveries };
}

async function adopt(
  { resource }: PendingOperation,
  resources: ResourceState[],
  table: ProviderTable,
): Promise<string | undefined> {
  const { provider, config } = table.find(resource.type, resource.provider);
  // Of the whole type: an object that was renamed by an alias is known under another URN than it was created for.
  const siblings = resources.filter(({ type }) => type === resource.type);
  const knownIds = siblings.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const found = await provider.findCreated?.({ ...requestOf(resource, config), knownIds });
  if (found === undefined) return "the last run was stopped while it created this; it was not created";
  const now = new Date().toISOString();
  const outputs = markedOutputs(resource, found.outputs);
  const adopted = { ...resource, id: found.id, outputs, created: now, modified: now };
  const index = resources.findIndex((other) => other.urn === resource.urn && other.delete !== true);
  const former = resources[index];
  if (former?.pendingReplacement === true) {
    resources[index] = adopted;
  } else {
    // Where an object of this URN lives, the new one was to replace it: the old one goes at the end of the next run.
    if (former !== undefined) resources[index] = { ...former, delete: true };
    resources.push(adopted);
  }
  return `the last run was stopped while it created this; it exists (${found.id}) and was taken in`;
}

async function lookAgain(
  { resource, type }: PendingOperation,
  resources: ResourceState[],
  table: ProviderTable,
): Promise<string | undefined> {
  const index = resources.findIndex(({ urn, id }) => urn === resource.urn && id === resource.id);
  const known = resources[index];
  if (known === undefined || known.external === true || type === "reading") return undefined;
  const { provider, config } = table.find(known.type, known.provider);
  const found = await provider.read({
    ...requestOf(known, config),
    id: known.id ?? "",
    inputs: toProviderMap(known.inputs),
    outputs: toProviderMap(known.outputs),
  });
  if (found === undefined) {
    // What still refers to it keeps its place in the state: it was to be replaced, or goes in the next run.
    if (isReferredTo(known, resources)) resources[index] = { ...known, pendingReplacement: true };
    else resources.splice(index, 1);
    return `the last run was stopped while it was ${type} this; it does not exist any more`;
  }
  resources[index] = {
    ...known,
    ...joinedReferences(known, resource, resources.slice(0, index)),
    inputs: markSecretsLike(withoutUndefined(found.inputs), known.inputs),
    outputs: markedOutputs(known, found.outputs),
  };
  return `the last run was stopped while it was ${type} this; it was read again`;
}

/** Whether other states depend on this one being there: another of its URN would do for them. */
function isReferredTo(state: ResourceState, resources: readonly ResourceState[]): boolean {
  const others = resources.filter((other) => other !== state);
  if (others.some(({ urn }) => urn === state.urn)) return false;
  return others.some((other) => referencesOf(other).includes(state.urn));
}

/**
 * What an object refers to of which nobody knows whether it is updated already: both what it referred to before and what
 * it was to refer to, so that neither is deleted before it.
 */
function joinedReferences(
  known: ResourceState,
  planned: ResourceState,
  before: readonly ResourceState[],
): Pick<ResourceState, "dependencies" | "propertyDependencies"> {
  const present = new Set(before.map(({ urn }) => urn));
  const join = (urns: readonly string[] = [], more: readonly string[] = []): string[] => [
    ...new Set([...urns, ...more.filter((urn) => present.has(urn))]),
  ];
  const keys = new Set([...Object.keys(known.propertyDependencies), ...Object.keys(planned.propertyDependencies)]);
  return {
    dependencies: join(known.dependencies, planned.dependencies),
    propertyDependencies: Object.fromEntries(
      [...keys].map((key) => [key, join(known.propertyDependencies[key], planned.propertyDependencies[key])]),
    ),
  };
}

function markedOutputs(state: ResourceState, outputs: ResourceState["outputs"]): ResourceState["outputs"] {
  return markSecretKeys(markSecretsLike(withoutUndefined(outputs), state.inputs), state.additionalSecretOutputs ?? []);
}
