import type { WorldObject } from "./world-object";

/** One change of a world, as it is written down. */
export interface WorldRecord {
  readonly put?: WorldObject;
  /** Key of an object that is gone. */
  readonly remove?: string;
  /** How often the URN of `put`, or of `generationOf`, has been created. */
  readonly generation?: number;
  readonly generationOf?: string;
  /** Simulated seconds that passed. */
  readonly advance?: number;
}

/** Where a world is kept. */
export interface WorldJournal {
  load(): Iterable<WorldRecord>;
  /** Writes one change down; `snapshot` gives the whole world, for when the journal has outgrown it. */
  append(record: WorldRecord, snapshot: () => Iterable<WorldRecord>): void;
  flush(snapshot: () => Iterable<WorldRecord>): void;
}
