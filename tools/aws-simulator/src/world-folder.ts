import { join } from "node:path";
import { JournaledFile } from "@org/offline-engine";
import type { WorldJournal, WorldRecord } from "./world-journal";

interface Snapshot {
  /** Format of this file. */
  readonly version: 1;
  readonly records: readonly WorldRecord[];
}

/** Keeps a world in a folder: a snapshot, and a journal to which each change is appended as it happens. */
export class WorldFolder implements WorldJournal {
  readonly #file: JournaledFile<Snapshot, WorldRecord>;
  #dirty = false;

  constructor(folder: string) {
    this.#file = JournaledFile.open({
      snapshotPath: join(folder, "world.json"),
      journalPath: join(folder, "world.journal"),
    });
  }

  *load(): Iterable<WorldRecord> {
    const { snapshot, entries } = this.#file.load();
    yield* snapshot?.records ?? [];
    yield* entries;
  }

  append(record: WorldRecord, snapshot: () => Iterable<WorldRecord>): void {
    this.#file.append(record);
    this.#dirty = true;
    if (this.#file.outgrown) this.#compact(snapshot);
  }

  flush(snapshot: () => Iterable<WorldRecord>): void {
    if (this.#dirty) this.#compact(snapshot);
    this.#file.close();
  }

  #compact(snapshot: () => Iterable<WorldRecord>): void {
    this.#file.compact({ version: 1, records: [...snapshot()] });
    this.#dirty = false;
  }
}
