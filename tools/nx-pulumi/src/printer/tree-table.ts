import { formatDuration } from "./duration";
import { OPERATIONS } from "./operations";
import type { Palette } from "./palette";
import { shortType } from "./resource-names";
import type { ResourceRow } from "./run-digest";
import type { TreeLine } from "./tree-layout";

export interface TableOptions {
  /** Columns of the terminal. */
  readonly width: number;
  /** Milliseconds, of the clock that the rows were timed by. */
  readonly now: number;
  /** A preview says what would be done. */
  readonly planned: boolean;
  readonly palette: Palette;
}

const SYMBOL_WIDTH = 4;
const GAP = 2;
/** A column is not made narrower than this. */
const NARROWEST = 12;

/** The tree with a column each for type, name and what happens; no line is wider than the terminal. */
export function treeTable(lines: readonly TreeLine[], options: TableOptions): string[] {
  const cells = lines.map(({ branch, row }) => ({
    row,
    type: branch + shortType(row.type),
    name: row.name,
    status: statusOf(row, options),
  }));
  const natural = (column: "type" | "name" | "status"): number => Math.max(0, ...cells.map((cell) => cell[column].length));
  const status = natural("status");
  const [type, name] = fit(natural("type"), natural("name"), options.width - 1 - SYMBOL_WIDTH - 2 * GAP - status);
  return cells.map((cell) => {
    const { symbol, colour } = OPERATIONS[cell.row.op];
    const statusColour = cell.row.status === "failed" ? "red" : colour;
    return [
      ` ${options.palette[colour](symbol.padEnd(2))} `,
      pad(cell.type, type),
      " ".repeat(GAP),
      options.palette.bold(cell.status === "" ? pad(cell.name, name).trimEnd() : pad(cell.name, name)),
      cell.status === "" ? "" : " ".repeat(GAP) + options.palette[statusColour](cell.status),
    ].join("");
  });
}

function statusOf(row: ResourceRow, { now, planned }: TableOptions): string {
  const { running, done, planned: plan } = OPERATIONS[row.status === "done" ? row.op : row.step];
  if (row.status === "failed") return `${running} failed`;
  if (row.op === "same") return "";
  if (planned) return plan;
  if (row.status === "running") return `${running} ${formatDuration(row.elapsed + now - row.startedAt)}`;
  return `${done} (${formatDuration(row.elapsed)})`;
}

/** Two column widths within a budget: the wider column gives way first. */
function fit(type: number, name: number, budget: number): [number, number] {
  const excess = type + name - budget;
  if (excess <= 0) return [type, name];
  const fromWider = Math.min(excess, Math.abs(type - name));
  const rest = excess - fromWider;
  const cut = (width: number, wider: boolean, share: number): number =>
    Math.min(width, Math.max(NARROWEST, width - (wider ? fromWider : 0) - share));
  return [cut(type, type >= name, Math.ceil(rest / 2)), cut(name, name > type, Math.floor(rest / 2))];
}

function pad(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}
