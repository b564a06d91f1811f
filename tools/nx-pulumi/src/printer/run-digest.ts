import type { EngineEvent, Severity, StepEventMetadata, StepOp } from "@org/offline-engine";
import { wholeOperation } from "./operations";
import { nameOfUrn } from "./resource-names";

export type StepStatus = "running" | "done" | "failed";

/** What a run does to one resource, as far as it has come. */
export interface ResourceRow {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly parent?: string;
  /** The whole operation: `replace` for each of its halves. */
  readonly op: StepOp;
  /** The step that runs or ran last. */
  readonly step: StepOp;
  readonly status: StepStatus;
  readonly startedAt: number;
  /** Sum over the steps that have ended, in milliseconds. */
  readonly elapsed: number;
  /** Of the step that says most about the change. */
  readonly metadata: StepEventMetadata;
}

/** A message that is to be shown, plain text. */
export interface Diagnostic {
  readonly severity: Exclude<Severity, "debug">;
  readonly message: string;
  readonly urn?: string;
  readonly remedy?: string;
}

/** The state of a run, folded from its events. */
export class RunDigest {
  /** In the order in which the resources were come to. */
  readonly rows = new Map<string, ResourceRow>();
  readonly diagnostics: Diagnostic[] = [];
  private readonly now: () => number;

  /** `now` is a clock in milliseconds. */
  constructor(now: () => number) {
    this.now = now;
  }

  /** Takes the next event in. */
  add(event: EngineEvent): void {
    const started = event.resourcePreEvent?.metadata;
    const ended = event.resOutputsEvent?.metadata;
    const failed = event.resOpFailedEvent?.metadata;
    if (started !== undefined) this.begin(started);
    if (ended !== undefined) this.end(ended, "done");
    if (failed !== undefined) this.end(failed, "failed");
    if (event.diagnosticEvent !== undefined) this.diagnose(event.diagnosticEvent);
  }

  /** The row of a resource that an event is about. */
  rowOf(metadata: StepEventMetadata): ResourceRow | undefined {
    return this.rows.get(metadata.urn);
  }

  private begin(metadata: StepEventMetadata): void {
    const before = this.rows.get(metadata.urn);
    this.rows.set(metadata.urn, {
      urn: metadata.urn,
      type: metadata.type,
      name: nameOfUrn(metadata.urn),
      parent: (metadata.new ?? metadata.old)?.parent ?? before?.parent,
      op: joinOperations(before?.op, wholeOperation(metadata.op)),
      step: metadata.op,
      status: "running",
      startedAt: this.now(),
      elapsed: before?.elapsed ?? 0,
      metadata: fuller(before?.metadata, metadata),
    });
  }

  private end(metadata: StepEventMetadata, status: "done" | "failed"): void {
    if (this.rows.get(metadata.urn)?.status !== "running") this.begin(metadata);
    const row = this.rows.get(metadata.urn);
    if (row === undefined) return;
    this.rows.set(metadata.urn, {
      ...row,
      step: metadata.op,
      op: joinOperations(row.op, wholeOperation(metadata.op)),
      status: row.status === "failed" ? "failed" : status,
      elapsed: row.elapsed + (this.now() - row.startedAt),
      metadata: fuller(row.metadata, metadata),
    });
  }

  private diagnose(event: NonNullable<EngineEvent["diagnosticEvent"]>): void {
    if (event.severity === "debug" || event.ephemeral === true) return;
    const message = plainText(event.message);
    if (message === "") return;
    this.diagnostics.push({ severity: event.severity, message, urn: event.urn || undefined, remedy: event.remedy });
  }
}

/** A replacement stays one, whatever comes after; a refresh that ends as an update or a deletion becomes that. */
function joinOperations(before: StepOp | undefined, now: StepOp): StepOp {
  return before === "replace" ? "replace" : now;
}

/** Of a replacement's steps, the one that carries the comparison. */
function fuller(before: StepEventMetadata | undefined, now: StepEventMetadata): StepEventMetadata {
  if (before === undefined) return now;
  if (wholeOperation(before.op) === "replace" && before.op !== "delete-replaced") {
    return now.op === "delete-replaced" || (before.detailedDiff !== undefined && now.detailedDiff === undefined) ? before : now;
  }
  return now;
}

const ESCAPES = new RegExp(String.raw`\u001b\[[0-9;?]*[A-Za-z]|<\{%[^%]*%\}>`, "g");

/** Without terminal escapes, Pulumi's colour marks and blank lines around it. */
function plainText(message: string): string {
  return message.replace(ESCAPES, "").replace(/^\s*\n|\s+$/g, "");
}
