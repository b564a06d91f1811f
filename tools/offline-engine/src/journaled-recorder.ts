import type { ResourceV3, VersionedCheckpoint } from "./deployment-v3";
import type { JournaledFile } from "./journaled-file";
import type { PassphraseSecrets } from "./passphrase-secrets";
import type {
  DeploymentState,
  PendingOperation,
  PendingOperationType,
  ResourceState,
  RunRecorder,
  StateChange,
} from "./resource-state";
import { fromResourceV3, toResourceV3 } from "./resource-v3";
import { MemoryRecorder } from "./run-recorder";

/**
 * One line of a run's journal. States and operations go by number: first those of the checkpoint in its order, then
 * each as the journal brings it up.
 */
export type RecordedChange =
  | { readonly joined: number; readonly renamed: Readonly<Record<string, string>> }
  /** Comes before the first ciphertext, when the checkpoint has no salt yet. */
  | { readonly salt: string }
  | { readonly begin: number; readonly type: PendingOperationType; readonly resource: ResourceV3 }
  | {
      readonly end?: number;
      readonly drop?: number;
      readonly amend?: { readonly old: number; readonly now: number; readonly resource: ResourceV3 };
      /** Without `resource`: the state that is dropped joins again, unchanged. */
      readonly put?: { readonly now: number; readonly resource?: ResourceV3 };
    };

export type StateFile = JournaledFile<VersionedCheckpoint, RecordedChange>;

/** Records a run in the journal of a state file: every step costs what the step's own resource takes. */
export class JournaledRecorder implements RunRecorder {
  readonly #file: StateFile;
  readonly #secrets: PassphraseSecrets;
  readonly #compact: (state: DeploymentState) => void;
  readonly #memory: MemoryRecorder;
  #states: Numbers<ResourceState>;
  #operations: Numbers<PendingOperation>;
  #recordedSalt: string | undefined;

  /** `base` must be what the file's checkpoint holds, with an empty journal. */
  constructor(args: {
    readonly base: DeploymentState;
    readonly file: StateFile;
    readonly secrets: PassphraseSecrets;
    /** The salt that the checkpoint names. */
    readonly recordedSalt: string | undefined;
    /** Replaces the checkpoint and empties the journal. */
    readonly compact: (state: DeploymentState) => void;
  }) {
    this.#file = args.file;
    this.#secrets = args.secrets;
    this.#recordedSalt = args.recordedSalt;
    this.#compact = args.compact;
    this.#memory = new MemoryRecorder(args.base);
    this.#states = new Numbers(args.base.resources);
    this.#operations = new Numbers(args.base.pendingOperations);
  }

  begin(operation: PendingOperation): void {
    this.#memory.begin(operation);
    const { resource, type } = operation;
    this.#append({ begin: this.#operations.add(operation), type, resource: toResourceV3(resource, this.#secrets) });
  }

  complete(change: StateChange): void {
    this.#memory.complete(change);
    const { operation, drop, amend, put } = change;
    this.#append({
      ...(operation !== undefined && { end: this.#operations.take(operation) }),
      ...(put !== undefined && { put: put === drop ? { now: this.#states.of(put) } : this.#named(put) }),
      ...(drop !== undefined && { drop: put === drop ? this.#states.of(drop) : this.#states.take(drop) }),
      ...(amend !== undefined && { amend: { old: this.#states.take(amend.old), ...this.#named(amend.now) } }),
    });
  }

  state(): DeploymentState {
    return this.#memory.state();
  }

  #named(state: ResourceState): { readonly now: number; readonly resource: ResourceV3 } {
    return { now: this.#states.add(state), resource: toResourceV3(state, this.#secrets) };
  }

  #recordSalt(): void {
    const { salt } = this.#secrets;
    if (salt === undefined || salt === this.#recordedSalt) return;
    this.#file.append({ salt });
    this.#recordedSalt = salt;
  }

  #append(change: RecordedChange): void {
    this.#recordSalt();
    this.#file.append(change);
    if (!this.#file.outgrown) return;
    const state = this.#memory.state();
    this.#compact(state);
    this.#recordedSalt = this.#secrets.salt;
    this.#states = new Numbers(this.#memory.orderedStates());
    this.#operations = new Numbers(state.pendingOperations);
    // A reader must know which resources this run has put: those that it puts next belong behind them.
    this.#file.append(this.#memory.start());
  }
}

/** The salt that a journal brings in, if any. */
export function saltIn(changes: readonly RecordedChange[]): string | undefined {
  return changes.find((change) => "salt" in change)?.salt;
}

/** The state that a checkpoint and the journal of a killed run amount to. */
export function replay(
  base: DeploymentState,
  changes: readonly RecordedChange[],
  secrets: PassphraseSecrets,
): DeploymentState {
  if (changes.length === 0) return base;
  const start = changes.find((change) => "joined" in change);
  const memory = new MemoryRecorder(base, start);
  const states = new Map<number, ResourceState>(base.resources.entries());
  const operations = new Map<number, PendingOperation>(base.pendingOperations.entries());
  const read = (number: number, resource: ResourceV3): ResourceState => {
    const state = fromResourceV3(resource, secrets);
    states.set(number, state);
    return state;
  };
  for (const change of changes) {
    if ("joined" in change || "salt" in change) continue;
    if ("begin" in change) {
      const operation = { resource: fromResourceV3(change.resource, secrets), type: change.type };
      operations.set(change.begin, operation);
      memory.begin(operation);
      continue;
    }
    const { end, drop, amend, put } = change;
    memory.complete({
      ...(end !== undefined && { operation: known(operations, end) }),
      ...(drop !== undefined && { drop: known(states, drop) }),
      ...(amend !== undefined && { amend: { old: known(states, amend.old), now: read(amend.now, amend.resource) } }),
      ...(put !== undefined && {
        put: put.resource === undefined ? known(states, put.now) : read(put.now, put.resource),
      }),
    });
  }
  return memory.state();
}

function known<T>(things: ReadonlyMap<number, T>, number: number): T {
  const thing = things.get(number);
  if (thing === undefined) throw new Error(`the journal names number ${number} and has not said what that is`);
  return thing;
}

/** Gives consecutive numbers to objects. */
class Numbers<T extends object> {
  readonly #numbers = new Map<T, number>();
  #next = 0;

  constructor(things: readonly T[]) {
    for (const thing of things) this.add(thing);
  }

  add(thing: T): number {
    const number = this.#next;
    this.#next += 1;
    this.#numbers.set(thing, number);
    return number;
  }

  /** The number of what is not needed any more. */
  take(thing: T): number {
    const number = this.of(thing);
    this.#numbers.delete(thing);
    return number;
  }

  of(thing: T): number {
    const number = this.#numbers.get(thing);
    if (number === undefined) throw new Error("a state or an operation that was never recorded has no number");
    return number;
  }
}
