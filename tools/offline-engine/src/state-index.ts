import type { DeploymentState, ResourceState } from "./resource-state";

/** Finds states of the last run by URN, and remembers which of them this run has come to. */
export class StateIndex {
  /** Everything of the last run that this run has not come to, in topological order, by what stands there now. */
  readonly #remaining = new Set<ResourceState>();
  readonly #live = new Map<string, ResourceState>();
  readonly #order: ResourceState[];

  constructor(base: DeploymentState) {
    this.#order = [...base.resources];
    for (const resource of base.resources) {
      this.#remaining.add(resource);
      if (resource.delete !== true) this.#live.set(resource.urn, resource);
    }
  }

  /** The object that lives under this URN and has not been claimed. */
  live(urn: string): ResourceState | undefined {
    return this.#live.get(urn);
  }

  /** Takes a live state out: the run has come to it. */
  claim(state: ResourceState): void {
    this.#live.delete(state.urn);
    this.#remaining.delete(state);
  }

  /** A state that waited for its deletion is gone; another may live under its URN. */
  forget(state: ResourceState): void {
    this.#remaining.delete(state);
  }

  /** Gives a state back, changed: it waits for its deletion at the end of the run. */
  leaveForDeletion(old: ResourceState, now: ResourceState): void {
    const at = this.#positions().get(old);
    if (at !== undefined) this.#order[at] = now;
    this.#positions().delete(old);
    if (at !== undefined) this.#positions().set(now, at);
    this.#remaining.delete(old);
    this.#remaining.add(now);
  }

  /** Another state stands where `old` stood, and is still to be come to. */
  exchange(old: ResourceState, now: ResourceState): void {
    this.leaveForDeletion(old, now);
    this.#live.set(now.urn, now);
  }

  /** What the run has not come to, dependents before what they depend on. */
  remainingInReverse(): ResourceState[] {
    return this.#order.filter((state) => this.#remaining.has(state)).reverse();
  }

  /** What stands behind `state` in the last run's order: only there can its dependents be. */
  after(state: ResourceState): ResourceState[] {
    const at = this.#positions().get(state);
    return at === undefined ? [] : this.#order.slice(at + 1).filter((other) => this.#remaining.has(other));
  }

  #cachedPositions: Map<ResourceState, number> | undefined;

  #positions(): Map<ResourceState, number> {
    this.#cachedPositions ??= new Map(this.#order.map((state, index) => [state, index]));
    return this.#cachedPositions;
  }
}
