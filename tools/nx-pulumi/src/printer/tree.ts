import type { EngineEvent, RunSummary } from "@org/offline-engine";
import { formatDuration } from "./duration";
import { LiveRegion } from "./live-region";
import type { Palette } from "./palette";
import type { Printer } from "./printer";
import { report, type ReportOptions } from "./report";
import { RunDigest } from "./run-digest";
import { isActive, treeLines, type TreeLine } from "./tree-layout";
import { treeTable } from "./tree-table";

/** Milliseconds between two frames: fast enough to look live, slow enough to cost nothing. */
const FRAME_INTERVAL = 80;

/** What the tree needs of a terminal. */
export interface Terminal {
  write(text: string): void;
  /** Absent while the size is unknown. */
  readonly columns?: number;
  readonly rows?: number;
}

/** For terminals: a tree of the resources that changes in place while the run goes on, then the report. */
export class TreePrinter implements Printer {
  private readonly digest: RunDigest;
  private readonly options: ReportOptions;
  private readonly palette: Palette;
  private readonly terminal: Terminal;
  private readonly now: () => number;
  private readonly region: LiveRegion;
  private readonly startedAt: number;
  private timer: NodeJS.Timeout | undefined;
  private over = false;

  constructor(args: { options: ReportOptions; palette: Palette; terminal: Terminal; now: () => number }) {
    this.digest = new RunDigest(args.now);
    this.options = args.options;
    this.palette = args.palette;
    this.terminal = args.terminal;
    this.now = args.now;
    this.startedAt = args.now();
    this.region = new LiveRegion((text) => args.terminal.write(text));
    this.scheduleFrame();
  }

  event(event: EngineEvent): void {
    this.digest.add(event);
  }

  note(text: string): void {
    this.region.clear();
    this.terminal.write(`${text}\n`);
    this.drawFrame();
  }

  finish(summary: RunSummary): void {
    this.abandon();
    const tree = this.table(treeLines(this.digest.rows));
    const lines = [...tree, ...report(this.digest, summary, this.options, this.palette)];
    this.terminal.write(`${lines.join("\n")}\n`);
  }

  abandon(): void {
    this.over = true;
    clearTimeout(this.timer);
    this.region.clear();
  }

  private scheduleFrame(): void {
    this.timer = setTimeout(() => {
      this.drawFrame();
      this.scheduleFrame();
    }, FRAME_INTERVAL);
    this.timer.unref();
  }

  private drawFrame(): void {
    if (this.over) return;
    const height = Math.max(1, (this.terminal.rows ?? 24) - 3);
    this.region.draw([this.headline(), ...this.table(visibleLines(treeLines(this.digest.rows), height))]);
  }

  /** One line of figures, since a long tree does not fit the terminal. */
  private headline(): string {
    const rows = [...this.digest.rows.values()];
    const running = rows.filter((row) => row.status === "running").length;
    const changed = rows.filter((row) => row.status !== "running" && isActive(row)).length;
    const unchanged = rows.filter((row) => row.status !== "running" && !isActive(row)).length;
    const time = formatDuration(Math.floor((this.now() - this.startedAt) / 100) * 100);
    const text = ` ${this.options.command}: ${running} running, ${changed} done, ${unchanged} unchanged, ${time}`;
    return this.palette.bold(text.slice(0, this.width() - 1));
  }

  private table(lines: readonly TreeLine[]): string[] {
    return treeTable(lines, {
      width: this.width(),
      now: this.now(),
      planned: this.options.command === "preview",
      palette: this.palette,
    });
  }

  private width(): number {
    return this.terminal.columns ?? 80;
  }
}

/** As many lines as fit, with the last one that is being worked on among them. */
function visibleLines(lines: readonly TreeLine[], height: number): readonly TreeLine[] {
  const busy = lines.findLastIndex(({ row }) => row.status === "running");
  const focus = busy < 0 ? lines.length - 1 : busy;
  const last = Math.min(lines.length, Math.max(height, focus + 2));
  return lines.slice(Math.max(0, last - height), last);
}
