import { SECRET_SIGNATURE, SIGNATURE_KEY } from "../property-signatures";
import type { PropertyMap, PropertyValue } from "../provider";
import type { DeploymentState, PendingOperation, PendingOperationType, ResourceState, StateChange } from "../resource-state";

/** What a run does with its state: the two methods of a recorder, and its end. */
export type RunCall =
  | { readonly kind: "begin"; readonly operation: PendingOperation }
  | { readonly kind: "complete"; readonly change: StateChange }
  | { readonly kind: "save" };

export interface RandomRunOptions {
  /** Equal seeds over equal states make equal calls. */
  readonly seed: number;
  /** @default false */
  readonly secrets?: boolean;
}

const OPERATIONS: readonly PendingOperationType[] = ["creating", "updating", "deleting", "reading"];

/**
 * Endless runs, one after the other, of random steps as an engine makes them: what a state refers to has joined before
 * it, and nothing is dropped that something else refers to. For tests of recorders.
 * After a `save` the state that the next run starts from is to be handed in: `calls.next(state)`.
 */
export function* randomRuns(start: DeploymentState, options: RandomRunOptions): Generator<RunCall, never, DeploymentState> {
  const random = generator(options.seed);
  for (let base = start; ; ) {
    const run = new RandomRun(base, random, options.secrets ?? false);
    for (let steps = 3 + random(25); steps > 0; steps -= 1) yield run.step();
    base = yield { kind: "save" };
  }
}

class RandomRun {
  readonly #random: (below: number) => number;
  readonly #secrets: boolean;
  readonly #joined: ResourceState[] = [];
  readonly #base: ResourceState[];
  readonly #operations: PendingOperation[];
  /** URNs to which references follow that still name the old one. */
  readonly #renamed = new Set<string>();

  constructor(base: DeploymentState, random: (below: number) => number, secrets: boolean) {
    this.#base = [...base.resources];
    this.#operations = [...base.pendingOperations];
    this.#random = random;
    this.#secrets = secrets;
  }

  step(): RunCall {
    if (this.#random(2) === 0 && this.#operations.length < 4) {
      const operation = { resource: this.#fresh(), type: this.#pick(OPERATIONS) ?? "creating" };
      this.#operations.push(operation);
      return { kind: "begin", operation };
    }
    const operation = this.#takeAny(this.#operations);
    return { kind: "complete", change: { ...this.#change(), ...(operation !== undefined && { operation }) } };
  }

  #change(): StateChange {
    switch (this.#random(6)) {
      case 0:
        return this.#same();
      case 1:
        return this.#updateOrRename();
      case 2:
        return this.#replace();
      case 3:
        return this.#drop();
      case 4:
        return this.#amend();
      default:
        return { put: this.#join(this.#fresh()) };
    }
  }

  #same(): StateChange {
    const state = this.#takeReady();
    return state === undefined ? {} : { put: this.#join(state), drop: state };
  }

  #updateOrRename(): StateChange {
    const old = this.#takeReady();
    if (old === undefined) return {};
    const urn = this.#random(4) === 0 ? this.#urn() : old.urn;
    if (urn !== old.urn) this.#renamed.add(urn);
    return { put: this.#join({ ...old, urn, outputs: this.#properties() }), drop: old };
  }

  #replace(): StateChange {
    const old = this.#pick(this.#base.filter((state) => state.delete !== true));
    if (old === undefined || !this.#isReady(old)) return {};
    const now = { ...old, delete: true };
    this.#base[this.#base.indexOf(old)] = now;
    return { put: this.#join({ ...this.#fresh(), urn: old.urn }), amend: { old, now } };
  }

  #drop(): StateChange {
    const all = [...this.#joined, ...this.#base];
    const free = all.filter(({ urn }) => !this.#renamed.has(urn) && !all.some((other) => refersTo(other, urn)));
    const drop = this.#pick(free);
    if (drop === undefined) return {};
    for (const list of [this.#joined, this.#base]) if (list.includes(drop)) list.splice(list.indexOf(drop), 1);
    return { drop };
  }

  #amend(): StateChange {
    const list = this.#random(2) === 0 ? this.#joined : this.#base;
    const old = this.#pick(list);
    if (old === undefined) return {};
    const now = { ...old, outputs: this.#properties() };
    list[list.indexOf(old)] = now;
    return { amend: { old, now } };
  }

  #join(state: ResourceState): ResourceState {
    this.#joined.push(state);
    return state;
  }

  /** A state of the last run whose references have all joined this one: an engine comes to it only then. */
  #takeReady(): ResourceState | undefined {
    const state = this.#pick(this.#base.filter((candidate) => candidate.delete !== true && this.#isReady(candidate)));
    if (state !== undefined) this.#base.splice(this.#base.indexOf(state), 1);
    return state;
  }

  #isReady({ parent, dependencies }: ResourceState): boolean {
    return [...dependencies, ...(parent === undefined ? [] : [parent])].every((urn) =>
      this.#joined.some((state) => state.urn === urn),
    );
  }

  #fresh(): ResourceState {
    const parent = this.#pick(this.#joined)?.urn;
    const dependency = this.#pick(this.#joined)?.urn;
    return {
      urn: this.#urn(),
      type: "test:index:Thing",
      custom: true,
      id: `id-${this.#random(1 << 30)}`,
      inputs: this.#properties(),
      outputs: this.#properties(),
      ...(parent !== undefined && this.#random(2) === 0 && { parent }),
      dependencies: dependency === undefined ? [] : [dependency],
      propertyDependencies: dependency === undefined ? {} : { value: [dependency] },
    };
  }

  #urn(): string {
    return `urn:pulumi:dev::test::test:index:Thing::thing-${this.#random(1 << 30)}`;
  }

  #properties(): PropertyMap {
    const value: PropertyValue = "x".repeat(this.#random(200));
    const secret = this.#secrets && this.#random(2) === 0;
    return { number: this.#random(1000), value: secret ? { [SIGNATURE_KEY]: SECRET_SIGNATURE, value } : value };
  }

  #pick<T>(list: readonly T[]): T | undefined {
    return list[this.#random(Math.max(list.length, 1))];
  }

  #takeAny<T>(list: T[]): T | undefined {
    return list.length === 0 ? undefined : list.splice(this.#random(list.length), 1)[0];
  }
}

function refersTo({ parent, dependencies }: ResourceState, urn: string): boolean {
  return parent === urn || dependencies.includes(urn);
}

/** Whole numbers from 0 to below the bound, the same sequence for the same seed (mulberry32). */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * below);
  };
}
