import type { StepOp } from "@org/offline-engine";
import type { Colour } from "./palette";

/** How an operation is shown. */
export interface Operation {
  readonly symbol: string;
  readonly colour: Colour;
  /** While it runs. */
  readonly running: string;
  /** When it is done. */
  readonly done: string;
  /** In a preview. */
  readonly planned: string;
}

export const OPERATIONS: Readonly<Record<StepOp, Operation>> = {
  create: { symbol: "+", colour: "green", running: "creating", done: "created", planned: "create" },
  update: { symbol: "~", colour: "yellow", running: "updating", done: "updated", planned: "update" },
  replace: { symbol: "+-", colour: "magenta", running: "replacing", done: "replaced", planned: "replace" },
  "create-replacement": {
    symbol: "++",
    colour: "green",
    running: "creating replacement",
    done: "created replacement",
    planned: "create replacement",
  },
  "delete-replaced": {
    symbol: "--",
    colour: "red",
    running: "deleting original",
    done: "deleted original",
    planned: "delete original",
  },
  delete: { symbol: "-", colour: "red", running: "deleting", done: "deleted", planned: "delete" },
  read: { symbol: ">", colour: "cyan", running: "reading", done: "read", planned: "read" },
  import: { symbol: "=", colour: "cyan", running: "importing", done: "imported", planned: "import" },
  refresh: { symbol: "~", colour: "cyan", running: "refreshing", done: "refreshed", planned: "refresh" },
  same: { symbol: "", colour: "dim", running: "", done: "unchanged", planned: "unchanged" },
};

/** The operations that make up the counts, in the order in which they are told. */
export const COUNTED: readonly StepOp[] = ["create", "update", "replace", "delete", "import", "read", "refresh", "same"];

/** The halves of a replacement count as the replacement. */
export function wholeOperation(op: StepOp): StepOp {
  return op === "create-replacement" || op === "delete-replaced" ? "replace" : op;
}
