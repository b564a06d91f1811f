import type { RunSummary } from "@org/offline-engine";
import type { CommandName } from "../commands";
import { changeLines } from "./diff";
import { formatDuration } from "./duration";
import { COUNTED, OPERATIONS } from "./operations";
import { outputLines } from "./outputs";
import type { Palette } from "./palette";
import { describeUrn } from "./resource-names";
import type { Diagnostic, RunDigest } from "./run-digest";

const SEVERITIES = {
  error: { label: "error", colour: "red" },
  warning: { label: "warning", colour: "yellow" },
  info: { label: "", colour: "dim" },
  "info#err": { label: "", colour: "dim" },
} as const satisfies Record<Diagnostic["severity"], object>;

/** What is left at most by name in the list of what a broken-off run has not done. */
const UNFINISHED_SHOWN = 20;

/** What a run is asked to tell. */
export interface ReportOptions {
  readonly command: CommandName;
  /** Every property of what is created and deleted, too. */
  readonly diff: boolean;
}

/** All that is said after a run: changes, diagnostics, outputs, counts, what is left, total time. */
export function report(digest: RunDigest, summary: RunSummary, options: ReportOptions, palette: Palette): string[] {
  const showsChanges = options.command === "preview" || options.diff;
  return [
    ...section("Changes", showsChanges ? changeLines(digest.rows.values(), options.diff, palette) : [], palette),
    ...section("Diagnostics", diagnosticLines(digest.diagnostics, palette), palette),
    ...section("Outputs", options.command === "destroy" ? [] : outputLines(summary.outputs, palette), palette),
    ...section("Resources", countLines(summary, options.command, palette), palette),
    ...unfinishedLines(summary, options.command, palette),
    "",
    verdict(summary, options.command, palette),
  ];
}

function section(title: string, lines: readonly string[], palette: Palette): string[] {
  return lines.length === 0 ? [] : ["", palette.bold(`${title}:`), ...lines];
}

/** Messages by resource, in the order in which the resources first spoke up. */
function diagnosticLines(diagnostics: readonly Diagnostic[], palette: Palette): string[] {
  const byUrn = new Map<string | undefined, Diagnostic[]>();
  for (const diagnostic of diagnostics) byUrn.set(diagnostic.urn, [...(byUrn.get(diagnostic.urn) ?? []), diagnostic]);
  return [...byUrn].flatMap(([urn, said]) => [
    ...(urn === undefined ? [] : [`  ${palette.bold(describeUrn(urn))}`, palette.dim(`  ${urn}`)]),
    ...said.flatMap((diagnostic) => messageLines(diagnostic, palette)),
  ]);
}

function messageLines({ severity, message, remedy }: Diagnostic, palette: Palette): string[] {
  const { label, colour } = SEVERITIES[severity];
  const text = label === "" ? message : `${palette[colour](`${label}:`)} ${message}`;
  const advice = remedy === undefined ? [] : [`    ${palette.cyan("remedy:")} ${remedy}`];
  return [...text.split("\n").map((line) => `    ${line}`), ...advice];
}

function countLines({ resourceChanges }: RunSummary, command: CommandName, palette: Palette): string[] {
  const planned = command === "preview";
  return COUNTED.flatMap((op) => {
    const count = resourceChanges[op] ?? 0;
    if (count === 0) return [];
    const { symbol, colour, done, planned: toDo } = OPERATIONS[op];
    const word = planned && op !== "same" ? `to ${toDo}` : done;
    return [`  ${palette[colour](symbol.padEnd(2))} ${count} ${word}`];
  });
}

/** By name after an interrupt; after a failure, whose cause is told above, only how many. */
function unfinishedLines({ result, unfinished }: RunSummary, command: CommandName, palette: Palette): string[] {
  if (unfinished.length === 0 || command === "preview") return [];
  if (result === "failed") return ["", `Not finished or not come to: ${unfinished.length}`];
  const shown = unfinished.slice(0, UNFINISHED_SHOWN).map((urn) => `  ${describeUrn(urn)}`);
  const more = unfinished.length - shown.length;
  return [
    "",
    palette.bold(`Left (${unfinished.length}), for the next ${command}:`),
    ...shown,
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

function verdict(summary: RunSummary, command: CommandName, palette: Palette): string {
  const time = formatDuration(summary.durationSeconds * 1000);
  if (summary.result === "cancelled") {
    return palette.yellow(`${command} was interrupted after ${time}; what was done is saved, run ${command} again to carry on`);
  }
  if (summary.result === "failed") return palette.red(`${command} failed after ${time}`);
  const changed = COUNTED.some((op) => op !== "same" && op !== "read" && op !== "refresh" && summary.resourceChanges[op]);
  return palette.green(`${command} succeeded in ${time}${changed ? "" : ", nothing changed"}`);
}
