import type { EngineEvent, PropertyValue, RunResult, RunSummary, StepOp } from "@org/offline-engine";
import type { CommandName } from "../commands";
import { changesOf, forcingProperties } from "./diff";
import { visibleOutputs } from "./outputs";
import type { PropertyChange } from "./property-changes";
import { RunDigest, type Diagnostic } from "./run-digest";

/** What `--json` and `--out` write after a run. */
export interface RunReport {
  readonly command: CommandName;
  readonly stack: string;
  readonly result: RunResult;
  readonly durationSeconds: number;
  readonly resourceChanges: RunSummary["resourceChanges"];
  /** Everything that is not unchanged, in order. */
  readonly steps: readonly StepReport[];
  readonly outputs: Readonly<Record<string, PropertyValue>>;
  readonly diagnostics: readonly Diagnostic[];
  /** URNs that a failed or interrupted run has left. */
  readonly unfinished: readonly string[];
}

export interface StepReport {
  readonly op: StepOp;
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly id?: string;
  readonly status: "done" | "failed" | "running";
  readonly durationSeconds: number;
  /** Properties that make it a replacement. */
  readonly replaces: readonly string[];
  readonly changes: readonly PropertyChange[];
}

/** Collects a run for `--json` and `--out`. */
export class JsonCollector {
  private readonly digest: RunDigest;

  constructor(now: () => number) {
    this.digest = new RunDigest(now);
  }

  event(event: EngineEvent): void {
    this.digest.add(event);
  }

  /** The whole run as one object; secrets are `[secret]`, what is not known yet is `[computed]`. */
  report(command: CommandName, stack: string, summary: RunSummary): RunReport {
    return {
      command,
      stack,
      result: summary.result,
      durationSeconds: summary.durationSeconds,
      resourceChanges: summary.resourceChanges,
      steps: [...this.digest.rows.values()]
        .filter((row) => row.op !== "same" || row.status === "failed")
        .map((row) => ({
          op: row.op,
          urn: row.urn,
          type: row.type,
          name: row.name,
          id: row.metadata.new?.id || row.metadata.old?.id,
          status: row.status,
          durationSeconds: row.elapsed / 1000,
          replaces: forcingProperties(row),
          changes: changesOf(row, false),
        })),
      outputs: visibleOutputs(summary.outputs),
      diagnostics: this.digest.diagnostics,
      unfinished: summary.unfinished,
    };
  }
}
