import { renameReferences } from "./renamed-references";
import type { DeploymentState, PendingOperation, ResourceState, RunRecorder, StateChange } from "./resource-state";

/** States in an order of their own: adding, removing and replacing one where it stands cost O(1). */
class OrderedStates {
  readonly #slots: (ResourceState | undefined)[] = [];
  readonly #places = new Map<ResourceState, number>();

  has(state: ResourceState): boolean {
    return this.#places.has(state);
  }

  add(state: ResourceState): void {
    this.#places.set(state, this.#slots.length);
    this.#slots.push(state);
  }

  remove(state: ResourceState): boolean {
    const place = this.#places.get(state);
    if (place === undefined) return false;
    this.#places.delete(state);
    this.#slots[place] = undefined;
    return true;
  }

  replace(old: ResourceState, now: ResourceState): boolean {
    const place = this.#places.get(old);
    if (place === undefined) return false;
    this.#places.delete(old);
    this.#places.set(now, place);
    this.#slots[place] = now;
    return true;
  }

  values(): ResourceState[] {
    return this.#slots.filter((state) => state !== undefined);
  }
}

/** Where a recorder starts when an earlier one of the same run left off. */
export interface RecorderStart {
  /** How many of the base's resources the run itself has put already. */
  readonly joined: number;
  /** The URNs that it put under another one, with that one. */
  readonly renamed: Readonly<Record<string, string>>;
}

const FROM_THE_START: RecorderStart = { joined: 0, renamed: {} };

/** Keeps the state of a run in memory. Every change costs O(1), {@link MemoryRecorder.state} O(resources). */
export class MemoryRecorder implements RunRecorder {
  readonly #joined = new OrderedStates();
  readonly #base = new OrderedStates();
  readonly #operations: Set<PendingOperation>;
  /** URNs that resources had before they were put under another one. */
  readonly #renamed: Map<string, string>;

  constructor(base: DeploymentState, { joined, renamed }: RecorderStart = FROM_THE_START) {
    this.#renamed = new Map(Object.entries(renamed));
    base.resources.forEach((state, index) => (index < joined ? this.#joined : this.#base).add(state));
    this.#operations = new Set(base.pendingOperations);
  }

  begin(operation: PendingOperation): void {
    this.#operations.add(operation);
  }

  /** @throws Error when the change names an operation or a state that is not recorded, or puts one that is. */
  complete(change: StateChange): void {
    this.#check(change);
    const { operation, drop, amend, put } = change;
    if (operation !== undefined) this.#operations.delete(operation);
    if (drop !== undefined && !this.#joined.remove(drop)) this.#base.remove(drop);
    if (amend !== undefined && !this.#joined.replace(amend.old, amend.now)) this.#base.replace(amend.old, amend.now);
    if (put !== undefined) this.#joined.add(put);
    if (put !== undefined && drop !== undefined && put.urn !== drop.urn) this.#renamed.set(drop.urn, put.urn);
  }

  state(): DeploymentState {
    return {
      resources: renameReferences(this.orderedStates(), this.#renamed),
      pendingOperations: [...this.#operations],
    };
  }

  /** The very objects that were recorded, in the order of {@link MemoryRecorder.state}. */
  orderedStates(): readonly ResourceState[] {
    return [...this.#joined.values(), ...this.#base.values()];
  }

  /** What a recorder over the present state needs to carry on as this one. */
  start(): RecorderStart {
    return { joined: this.#joined.values().length, renamed: Object.fromEntries(this.#renamed) };
  }

  #check({ operation, drop, amend, put }: StateChange): void {
    if (operation !== undefined && !this.#operations.has(operation)) {
      throw new Error(`an operation on ${operation.resource.urn} ended that had not begun`);
    }
    if (drop !== undefined && !this.#has(drop)) throw new Error(`cannot drop ${drop.urn}: that state is not recorded`);
    if (amend !== undefined && (!this.#has(amend.old) || amend.old === drop)) {
      throw new Error(`cannot amend ${amend.old.urn}: that state is not recorded`);
    }
    if (put !== undefined && put !== drop && this.#has(put)) {
      throw new Error(`cannot put ${put.urn}: that state is recorded already`);
    }
  }

  #has(state: ResourceState): boolean {
    return this.#joined.has(state) || this.#base.has(state);
  }
}
