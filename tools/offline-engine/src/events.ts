import type { PropertyDiff, PropertyMap } from "./provider";

/** What a step does, in Pulumi's words. */
export type StepOp =
  | "same"
  | "create"
  | "update"
  | "delete"
  | "replace"
  | "create-replacement"
  | "delete-replaced"
  | "read"
  | "import"
  | "refresh";

export interface StepEventState {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly parent?: string;
  readonly protect?: boolean;
  /** Secrets are replaced by the text `[secret]`. */
  readonly inputs: PropertyMap;
  readonly outputs: PropertyMap;
}

export interface StepEventMetadata {
  readonly op: StepOp;
  readonly urn: string;
  readonly type: string;
  readonly old?: StepEventState;
  readonly new?: StepEventState;
  /** Properties that force the replacement. */
  readonly keys?: readonly string[];
  /** Properties that differ. */
  readonly diffs?: readonly string[];
  readonly detailedDiff?: Readonly<Record<string, PropertyDiff>>;
  readonly provider?: string;
}

export type Severity = "debug" | "info" | "info#err" | "warning" | "error";

/** One event of a run, in the shape of Pulumi's engine events: exactly one member is set. */
export interface EngineEvent {
  readonly sequence: number;
  /** Unix time in seconds. */
  readonly timestamp: number;
  readonly preludeEvent?: { readonly config: Readonly<Record<string, string>> };
  readonly resourcePreEvent?: { readonly metadata: StepEventMetadata; readonly planning: boolean };
  readonly resOutputsEvent?: { readonly metadata: StepEventMetadata; readonly planning: boolean };
  readonly resOpFailedEvent?: { readonly metadata: StepEventMetadata; readonly status: number; readonly steps: number };
  readonly diagnosticEvent?: {
    readonly urn?: string;
    readonly message: string;
    readonly severity: Severity;
    /** What the user can do, when the provider knows. */
    readonly remedy?: string;
    readonly ephemeral?: boolean;
  };
  readonly summaryEvent?: {
    readonly maybeCorrupt: boolean;
    readonly durationSeconds: number;
    /** Number of resources by operation. */
    readonly resourceChanges: Readonly<Partial<Record<StepOp, number>>>;
    readonly isPreview: boolean;
  };
  readonly cancelEvent?: Record<string, never>;
}
