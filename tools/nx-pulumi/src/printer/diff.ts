import type { StepOp } from "@org/offline-engine";
import { formatValue } from "./format-value";
import { OPERATIONS } from "./operations";
import type { Palette } from "./palette";
import { allProperties, propertyChanges, type PropertyChange } from "./property-changes";
import { shortType } from "./resource-names";
import type { ResourceRow } from "./run-digest";

const SIGNS = {
  add: { sign: "+", colour: "green" },
  delete: { sign: "-", colour: "red" },
  update: { sign: "~", colour: "yellow" },
} as const satisfies Record<PropertyChange["kind"], object>;

const CHANGING: readonly StepOp[] = ["update", "replace", "refresh"];

/**
 * One block for each resource that is updated or replaced: every changed property, old -> new.
 * With `complete` also every property of what is created and deleted.
 */
export function changeLines(rows: Iterable<ResourceRow>, complete: boolean, palette: Palette): string[] {
  return [...rows].flatMap((row) => {
    const changes = changesOf(row, complete);
    if (changes.length === 0) return [];
    const { symbol, colour, planned } = OPERATIONS[row.op];
    const forcing = forcingProperties(row);
    const reason = forcing.length === 0 ? "" : palette.dim(`, because of ${forcing.join(", ")}`);
    return [
      `  ${palette[colour](symbol)} ${palette.bold(row.name)} ${palette.dim(shortType(row.type))} ${planned}${reason}`,
      ...changes.map((change) => `      ${changeLine(change, palette)}`),
    ];
  });
}

/** What a step changes; for creations and deletions only when everything is asked for. */
export function changesOf(row: ResourceRow, complete: boolean): PropertyChange[] {
  const { metadata, op } = row;
  if (CHANGING.includes(op)) return propertyChanges(metadata);
  if (!complete) return [];
  if (op === "create") return allProperties(metadata.new?.inputs ?? {}, "add");
  if (op === "delete") return allProperties(metadata.old?.inputs ?? {}, "delete");
  return [];
}

/** The properties that make it a replacement. */
export function forcingProperties({ op, metadata }: ResourceRow): readonly string[] {
  return op === "replace" ? (metadata.keys ?? []) : [];
}

function changeLine({ kind, path, old, new: now, forcesReplacement }: PropertyChange, palette: Palette): string {
  const { sign, colour } = SIGNS[kind];
  const values = { add: formatValue(now), delete: formatValue(old), update: `${formatValue(old)} -> ${formatValue(now)}` };
  const note = forcesReplacement ? palette.magenta(" (forces replacement)") : "";
  return `${palette[colour](sign)} ${path}: ${values[kind]}${note}`;
}
