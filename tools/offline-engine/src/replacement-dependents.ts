import { UNKNOWN } from "./provider";
import type { ProviderTable } from "./provider-table";
import type { ResourceState } from "./resource-state";
import { toProviderMap } from "./secret-values";
import { referencesOf } from "./state-references";
import { requestOf } from "./step-runner";

/** A state that has to be deleted first. */
export interface Dependent {
  readonly state: ResourceState;
  /** Properties for which it is to be replaced; none when an earlier run has replaced it and only its deletion is left. */
  readonly keys: readonly string[];
}

/**
 * What has to be deleted before `root` can be: of all that depends on it, directly or not, the resources that would
 * themselves be replaced if what they take from it changed, and those that wait for their deletion since a run that was
 * stopped. In topological order.
 * @param candidates everything that depends on `root`, in topological order
 */
export async function dependentsToReplace(
  root: ResourceState,
  candidates: readonly ResourceState[],
  providers: ProviderTable,
): Promise<Dependent[]> {
  const replaced = new Set([root.urn]);
  const leaving = new Set<string>();
  const found: Dependent[] = [];
  for (const state of candidates) {
    if (!state.custom || state.external === true || state.pendingReplacement === true) continue;
    if (state.delete === true) {
      if (!referencesOf(state).some((urn) => replaced.has(urn) || leaving.has(urn))) continue;
      leaving.add(state.urn);
      found.push({ state, keys: [] });
      continue;
    }
    const keys = await replacingKeys(state, replaced, providers);
    if (keys === undefined) continue;
    replaced.add(state.urn);
    found.push({ state, keys });
  }
  return found;
}

/** Undefined: the resource can stay. */
async function replacingKeys(
  state: ResourceState,
  replaced: ReadonlySet<string>,
  providers: ProviderTable,
): Promise<readonly string[] | undefined> {
  if (state.provider !== undefined && replaced.has(state.provider.slice(0, state.provider.lastIndexOf("::")))) {
    return ["provider"];
  }
  if (!state.dependencies.some((urn) => replaced.has(urn))) return undefined;
  const oldInputs = toProviderMap(state.inputs);
  const newInputs = { ...oldInputs };
  for (const [property, urns] of Object.entries(state.propertyDependencies)) {
    if (property in newInputs && urns.some((urn) => replaced.has(urn))) newInputs[property] = UNKNOWN;
  }
  const { provider, config } = providers.find(state.type, state.provider);
  const diff = await provider.diff({
    ...requestOf(state, config),
    id: state.id ?? "",
    oldInputs,
    oldOutputs: toProviderMap(state.outputs),
    newInputs,
  });
  return diff.replaces.length > 0 ? diff.replaces : undefined;
}
