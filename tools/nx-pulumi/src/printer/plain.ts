import type { EngineEvent, RunSummary, StepEventMetadata } from "@org/offline-engine";
import { formatDuration } from "./duration";
import { OPERATIONS, wholeOperation } from "./operations";
import type { Palette } from "./palette";
import type { Printer } from "./printer";
import { report, type ReportOptions } from "./report";
import { shortType } from "./resource-names";
import { RunDigest } from "./run-digest";

/** For logs: one line when an operation ends, then the report. */
export class PlainPrinter implements Printer {
  private readonly digest: RunDigest;
  private readonly options: ReportOptions;
  private readonly palette: Palette;
  private readonly write: (text: string) => void;
  /** URNs whose plan is told: the steps of a planned replacement are one plan. */
  private readonly planned = new Set<string>();

  constructor(args: { options: ReportOptions; palette: Palette; write: (text: string) => void; now: () => number }) {
    this.digest = new RunDigest(args.now);
    this.options = args.options;
    this.palette = args.palette;
    this.write = args.write;
  }

  event(event: EngineEvent): void {
    this.digest.add(event);
    if (event.resOpFailedEvent !== undefined) this.tell(event.resOpFailedEvent.metadata, true);
    if (event.resOutputsEvent === undefined) return;
    const { metadata, planning } = event.resOutputsEvent;
    if (planning) this.tellPlan(metadata);
    else this.tell(metadata, false);
  }

  note(text: string): void {
    this.write(`${text}\n`);
  }

  finish(summary: RunSummary): void {
    const lines = report(this.digest, summary, this.options, this.palette);
    this.write(`${lines.join("\n")}\n`);
  }

  abandon(): void {
    // Every line is complete as it stands.
  }

  private tell(metadata: StepEventMetadata, failed: boolean): void {
    // "replace" only joins the steps before and after it: those have their own lines.
    if (!failed && (metadata.op === "same" || metadata.op === "replace")) return;
    const row = this.digest.rowOf(metadata);
    if (row === undefined) return;
    const { symbol, colour, running, done } = OPERATIONS[metadata.op];
    const outcome = failed ? this.palette.red(`${running} failed`) : done;
    const time = this.palette.dim(`(${formatDuration(row.elapsed)})`);
    this.write(` ${this.palette[colour](symbol.padEnd(2))} ${shortType(metadata.type)} ${row.name} ${outcome} ${time}\n`);
  }

  private tellPlan(metadata: StepEventMetadata): void {
    if (metadata.op === "same" || this.planned.has(metadata.urn)) return;
    this.planned.add(metadata.urn);
    const row = this.digest.rowOf(metadata);
    if (row === undefined) return;
    const { symbol, colour, planned } = OPERATIONS[wholeOperation(metadata.op)];
    this.write(` ${this.palette[colour](symbol.padEnd(2))} ${shortType(metadata.type)} ${row.name} ${planned}\n`);
  }
}
