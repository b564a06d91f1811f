import { readIfPresent } from "./atomic-file";
import { UserError } from "./engine";

/** What a journal file holds. */
export interface Journal {
  /** Of the snapshot that the entries change; null when there was none, undefined when the journal is empty. */
  readonly generation: string | null | undefined;
  readonly entries: readonly unknown[];
  /** Generation of the snapshot that was about to replace all this when the process ended. */
  readonly foldedInto?: string;
  /** Length up to and with the last line that counts. */
  readonly bytes: number;
}

const NO_JOURNAL: Journal = { generation: undefined, entries: [], bytes: 0 };

const NEWLINE = 0x0a;

interface Line {
  readonly generation?: string | null;
  readonly entry?: unknown;
  readonly foldedInto?: string;
}

/**
 * Reads a journal. A last line without its line end was being written when the process ended: it does not count.
 * @throws UserError naming file and line when an earlier line is damaged.
 */
export function readJournal(path: string): Journal {
  const content = readIfPresent(path);
  if (content === undefined) return NO_JOURNAL;
  let generation: string | null | undefined;
  let foldedInto: string | undefined;
  let bytes = 0;
  const entries: unknown[] = [];
  let number = 0;
  for (let start = 0; ; ) {
    const end = content.indexOf(NEWLINE, start);
    if (end < 0) break;
    number += 1;
    const line = parseLine(content.toString("utf8", start, end), path, number);
    start = end + 1;
    if (line.generation !== undefined) generation = line.generation;
    if ("entry" in line) entries.push(line.entry);
    foldedInto = line.foldedInto;
    // The note of a fold that did not happen is written over by the next entry.
    if (foldedInto === undefined) bytes = start;
  }
  return { generation, entries, bytes, ...(foldedInto !== undefined && { foldedInto }) };
}

function parseLine(text: string, path: string, number: number): Line {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line === "object" && line !== null) return line;
  } catch {
    // Falls through to the one error below.
  }
  throw new UserError(`${path}:${number} is damaged: delete the journal to go on with the snapshot before it`);
}
