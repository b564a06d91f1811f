import { createHash } from "node:crypto";
import { closeSync, ftruncateSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { readIfPresent, replaceFile, writeFully } from "./atomic-file";
import { UserError } from "./engine";
import { type Journal, readJournal } from "./journal-lines";

/** Where the two files of a {@link JournaledFile} are, and how long the second may grow. */
export interface JournaledFileOptions {
  /** The value as it was when the journal was last folded in: plain JSON, readable by anyone. */
  readonly snapshotPath: string;
  /** What was appended since, one JSON value a line. Its folder also holds the snapshot while it is being written. */
  readonly journalPath: string;
  /**
   * Bytes below which the journal has not outgrown the snapshot, however small that is.
   * @default 4 MiB
   */
  readonly leastOutgrownBytes?: number;
}

/** What {@link JournaledFile.load} found: the value is the snapshot with the entries applied to it in order. */
export interface Journaled<Snapshot, Entry> {
  /** Undefined when none was ever written. */
  readonly snapshot: Snapshot | undefined;
  readonly entries: readonly Entry[];
}

const READ_ATTEMPTS = 5;

/**
 * A JSON value on disk that changes in small steps: a snapshot and an append-only journal.
 *
 * - What {@link JournaledFile.append} returned from survives the end of the process, SIGKILL included; of a line that
 *   was cut off by it nothing is taken. A power cut may lose the last entries (they are not synced one by one), never
 *   the snapshot.
 * - {@link JournaledFile.compact} replaces the snapshot atomically and starts a new journal. The journal names the
 *   snapshot it belongs to by its generation, the hash of its bytes, so a process that ends between the two steps leaves
 *   a journal that is seen to be folded in. The generation is not a number inside the snapshot because the snapshot's
 *   format may be someone else's.
 * - One process writes; any number may read meanwhile.
 */
export class JournaledFile<Snapshot, Entry> {
  readonly #options: JournaledFileOptions;
  #generation: string | null = null;
  #snapshotBytes = 0;
  #journalBytes = 0;
  #file: number | undefined;

  private constructor(options: JournaledFileOptions) {
    this.#options = options;
  }

  /** Neither reads nor creates anything yet. */
  static open<Snapshot, Entry>(options: JournaledFileOptions): JournaledFile<Snapshot, Entry> {
    return new JournaledFile<Snapshot, Entry>(options);
  }

  /**
   * Reads both files; changes neither.
   * @throws UserError when one is damaged, or when the journal belongs to another snapshot than the one that is there.
   */
  load(): Journaled<Snapshot, Entry> {
    for (let attempt = 1; ; attempt += 1) {
      // The journal first: one that is empty now was folded into a snapshot that is there already.
      const journal = readJournal(this.#options.journalPath);
      const snapshot = readIfPresent(this.#options.snapshotPath);
      const generation = generationOf(snapshot);
      const belongs = journal.generation === generation;
      if (belongs || journal.entries.length === 0 || journal.foldedInto === generation) {
        this.#generation = generation;
        this.#snapshotBytes = snapshot?.length ?? 0;
        this.#journalBytes = belongs ? journal.bytes : 0;
        return { snapshot: this.#parse(snapshot), entries: (belongs ? journal.entries : []) as Entry[] };
      }
      // Someone may have compacted between our two reads: then the next attempt finds both new.
      if (attempt === READ_ATTEMPTS) throw this.#mismatch(journal);
    }
  }

  /** When it returns, the entry survives the end of this process. Needs {@link JournaledFile.load} first. */
  append(entry: Entry): void {
    this.#write(this.#journalBytes === 0 ? [{ generation: this.#generation }, { entry }] : [{ entry }]);
  }

  /** Replaces the snapshot and empties the journal; `snapshot` must hold what the entries so far amount to. */
  compact(snapshot: Snapshot): void {
    const bytes = Buffer.from(JSON.stringify(snapshot));
    const generation = generationOf(bytes);
    if (this.#journalBytes > 0) this.#write([{ foldedInto: generation }]);
    replaceFile(this.#options.snapshotPath, bytes, `${this.#options.journalPath}.tmp`);
    this.#generation = generation;
    this.#snapshotBytes = bytes.length;
    this.#journalBytes = 0;
    ftruncateSync(this.#openJournal(), 0);
  }

  /** Whether the journal has grown so much that folding it in now keeps the total cost linear. */
  get outgrown(): boolean {
    const { leastOutgrownBytes = 4 << 20 } = this.#options;
    return this.#journalBytes > Math.max(leastOutgrownBytes, 2 * this.#snapshotBytes);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #openJournal(): number {
    if (this.#file !== undefined) return this.#file;
    mkdirSync(dirname(this.#options.journalPath), { recursive: true });
    this.#file = openSync(this.#options.journalPath, "a");
    // What stands behind the last whole entry was cut off by the end of an earlier process.
    ftruncateSync(this.#file, this.#journalBytes);
    return this.#file;
  }

  #write(lines: readonly object[]): void {
    const file = this.#openJournal();
    const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    try {
      writeFully(file, bytes);
    } catch (error) {
      // For example a full disk: half a line must not stand before the next one.
      ftruncateSync(file, this.#journalBytes);
      throw error;
    }
    this.#journalBytes += bytes.length;
  }

  #parse(bytes: Buffer | undefined): Snapshot | undefined {
    if (bytes === undefined) return undefined;
    try {
      return JSON.parse(bytes.toString("utf8")) as Snapshot;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new UserError(`${this.#options.snapshotPath} is not JSON (${reason}): restore it from a backup`);
    }
  }

  #mismatch(journal: Journal): UserError {
    const { snapshotPath, journalPath } = this.#options;
    const { length } = journal.entries;
    return new UserError(
      `${journalPath} holds ${length} ${length === 1 ? "change" : "changes"} of a run that was killed, made to another version of ` +
        `${snapshotPath} than the one that is there: put that version back, or delete the journal to go on without them`,
    );
  }
}

function generationOf(bytes: Uint8Array | undefined): string | null {
  return bytes === undefined ? null : createHash("sha256").update(bytes).digest("hex");
}
