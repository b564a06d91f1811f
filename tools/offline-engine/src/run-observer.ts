import type { Severity, StepOp } from "./events";
import type { PropertyDiff } from "./provider";
import type { ResourceState } from "./resource-state";

/** One step of a run, as whoever watches it sees it. */
export interface Step {
  readonly op: StepOp;
  readonly urn: string;
  readonly type: string;
  readonly old?: ResourceState;
  readonly new?: ResourceState;
  /** Properties that force the replacement. */
  readonly keys?: readonly string[];
  readonly detailedDiff?: Readonly<Record<string, PropertyDiff>>;
  readonly provider?: string;
  /** A default provider, or something read that is read no more: not part of what the user asked for. */
  readonly internal: boolean;
}

export interface Diagnostic {
  readonly severity: Severity;
  readonly message: string;
  readonly urn?: string;
  readonly remedy?: string;
  readonly ephemeral?: boolean;
}

/** Is told of everything that happens in a run, in order. */
export interface RunObserver {
  stepBegins(step: Step): void;
  stepEnds(step: Step): void;
  stepFails(step: Step): void;
  diagnostic(diagnostic: Diagnostic): void;
}
