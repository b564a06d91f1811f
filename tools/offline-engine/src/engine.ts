import type { EngineEvent, StepOp } from "./events";
import type { PropertyValue } from "./provider";

export interface OperationOptions {
  /** Called for every event, in order. */
  readonly onEvent?: (event: EngineEvent) => void;
  /** Aborting it finishes the operation in flight, saves the state and ends the run as failed. */
  readonly signal?: AbortSignal;
  /** URNs (or `**` patterns) to which the operation is limited. */
  readonly targets?: readonly string[];
  /** Config of this run only, over the stack's file: `key` or `namespace:key`. */
  readonly config?: Readonly<Record<string, string>>;
}

export type RunResult = "succeeded" | "failed" | "cancelled";

export interface RunSummary {
  readonly result: RunResult;
  readonly resourceChanges: Readonly<Partial<Record<StepOp, number>>>;
  readonly durationSeconds: number;
  readonly outputs: StackOutputs;
  /** URNs that a cancelled or failed run had begun or not come to. */
  readonly unfinished: readonly string[];
}

export type StackOutputs = Readonly<Record<string, { readonly value: PropertyValue; readonly secret: boolean }>>;

/** One stack and what can be done with it; the offline engine and the real one look alike from here. */
export interface Engine {
  preview(options?: OperationOptions): Promise<RunSummary>;
  up(options?: OperationOptions): Promise<RunSummary>;
  refresh(options?: OperationOptions): Promise<RunSummary>;
  destroy(options?: OperationOptions): Promise<RunSummary>;
  outputs(): Promise<StackOutputs>;
}

/** A mistake of the user's (a locked stack, a bad config key): its message is all that is shown. */
export class UserError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UserError";
  }
}
