import type { DeploymentState, ResourceState } from "./resource-state";
import { referencesOf } from "./state-references";

/** Finds states of the last run by URN, and remembers which of them this run has come to. Every question costs O(answer). */
export class StateIndex {
  /** Everything of the last run that this run has not come to, by what stands there now, with its place in the order. */
  readonly #remaining = new Map<ResourceState, number>();
  readonly #places = new Map<ResourceState, number>();
  readonly #live = new Map<string, ResourceState>();
  /** Made when it is first asked for: most runs replace nothing that has to be deleted first. */
  #referrers: Map<string, ResourceState[]> | undefined;

  constructor(base: DeploymentState) {
    for (const [place, resource] of base.resources.entries()) {
      this.#remaining.set(resource, place);
      this.#places.set(resource, place);
      if (resource.delete !== true) this.#live.set(resource.urn, resource);
    }
  }

  /** The object that lives under this URN and has not been claimed. */
  live(urn: string): ResourceState | undefined {
    return this.#live.get(urn);
  }

  /** Takes a state out: the run has come to it. */
  claim(state: ResourceState): void {
    if (this.#live.get(state.urn) === state) this.#live.delete(state.urn);
    this.#remaining.delete(state);
  }

  /** Gives a state back, changed: it waits for its deletion at the end of the run. */
  leaveForDeletion(old: ResourceState, now: ResourceState): void {
    const place = this.#places.get(old) ?? this.#places.size;
    this.#remaining.delete(old);
    this.#remaining.set(now, place);
    this.#places.set(now, place);
    if (this.#referrers !== undefined) addReferrer(this.#referrers, now);
  }

  /** Another state stands where `old` stood, and is still to be come to. */
  exchange(old: ResourceState, now: ResourceState): void {
    this.leaveForDeletion(old, now);
    this.#live.set(now.urn, now);
  }

  /** What the run has not come to, dependents before what they depend on. */
  remainingInReverse(): ResourceState[] {
    return [...this.#remaining].sort(([, a], [, b]) => b - a).map(([state]) => state);
  }

  /** What depends on `root`, directly or not, and has not been come to; in topological order. */
  dependentsOf(root: ResourceState): ResourceState[] {
    this.#referrers ??= this.#findReferrers();
    const found = new Map<ResourceState, number>();
    const open = [root.urn];
    for (let urn = open.pop(); urn !== undefined; urn = open.pop()) {
      for (const state of this.#referrers.get(urn) ?? []) {
        const place = this.#remaining.get(state);
        if (place === undefined || found.has(state)) continue;
        found.set(state, place);
        open.push(state.urn);
      }
    }
    return [...found].sort(([, a], [, b]) => a - b).map(([state]) => state);
  }

  #findReferrers(): Map<string, ResourceState[]> {
    const referrers = new Map<string, ResourceState[]>();
    for (const state of this.#remaining.keys()) addReferrer(referrers, state);
    return referrers;
  }
}

function addReferrer(referrers: Map<string, ResourceState[]>, state: ResourceState): void {
  for (const urn of referencesOf(state)) {
    const list = referrers.get(urn);
    if (list === undefined) referrers.set(urn, [state]);
    else list.push(state);
  }
}
