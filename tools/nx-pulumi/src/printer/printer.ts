import type { EngineEvent, RunSummary } from "@org/offline-engine";

/** Shows a run while it goes on and when it is over. */
export interface Printer {
  event(event: EngineEvent): void;
  /** A line of the command line's own, for example that an interrupt has been heard. */
  note(text: string): void;
  /** The run is over: what is live is taken down and the report is written. */
  finish(summary: RunSummary): void;
  /** The run has ended without a summary: what is live is taken down. */
  abandon(): void;
}
