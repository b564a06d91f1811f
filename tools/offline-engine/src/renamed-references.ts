import type { ResourceState } from "./resource-state";

/**
 * States whose references to a resource that was renamed in this run (by an alias) follow it to its present URN.
 * Without it a run that stops halfway would leave children that name a parent which no longer exists.
 * States that refer to nothing renamed are returned as they are.
 */
export function renameReferences(
  states: readonly ResourceState[],
  renamed: ReadonlyMap<string, string>,
): readonly ResourceState[] {
  if (renamed.size === 0) return states;
  // A state that only waits for its deletion is not what others refer to: it may even stand behind them.
  const present = new Set(states.filter((state) => state.delete !== true).map(({ urn }) => urn));
  const follow = (urn: string): string => {
    const seen = new Set<string>();
    let current = urn;
    // A URN that is in use again is not rewritten.
    while (!present.has(current) && !seen.has(current)) {
      seen.add(current);
      current = renamed.get(current) ?? current;
    }
    return present.has(current) ? current : urn;
  };
  return states.map((state) => (refersTo(state, renamed) ? withReferences(state, follow) : state));
}

function refersTo(state: ResourceState, renamed: ReadonlyMap<string, string>): boolean {
  const provider = state.provider === undefined ? undefined : splitProvider(state.provider).urn;
  return [
    state.parent,
    state.deletedWith,
    provider,
    ...state.dependencies,
    ...Object.values(state.propertyDependencies).flat(),
  ].some((urn) => urn !== undefined && renamed.has(urn));
}

function withReferences(state: ResourceState, follow: (urn: string) => string): ResourceState {
  const { parent, deletedWith, provider, dependencies, propertyDependencies } = state;
  return {
    ...state,
    ...(parent !== undefined && { parent: follow(parent) }),
    ...(deletedWith !== undefined && { deletedWith: follow(deletedWith) }),
    ...(provider !== undefined && { provider: followProvider(provider, follow) }),
    dependencies: dependencies.map(follow),
    propertyDependencies: Object.fromEntries(
      Object.entries(propertyDependencies).map(([key, urns]) => [key, urns.map(follow)]),
    ),
  };
}

function followProvider(reference: string, follow: (urn: string) => string): string {
  const { urn, id } = splitProvider(reference);
  return `${follow(urn)}::${id}`;
}

/** A provider reference is `<urn>::<id>`; the id holds no `::`. */
export function splitProvider(reference: string): { readonly urn: string; readonly id: string } {
  const at = reference.lastIndexOf("::");
  return { urn: reference.slice(0, at), id: reference.slice(at + 2) };
}
