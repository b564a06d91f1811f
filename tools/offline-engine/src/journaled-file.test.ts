import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { JournaledFile } from "./journaled-file";

type Entry = { readonly add: number };
type Snapshot = { readonly sum: number };

let folder: string;
let snapshotPath: string;
let journalPath: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "journaled-file-"));
  snapshotPath = join(folder, "deep", "snapshot.json");
  journalPath = join(folder, "journals", "journal.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(): JournaledFile<Snapshot, Entry> {
  return JournaledFile.open<Snapshot, Entry>({ snapshotPath, journalPath });
}

/** What is on disk, as a reader that comes later finds it. */
function reload(): { readonly snapshot: Snapshot | undefined; readonly entries: readonly Entry[] } {
  return open().load();
}

describe("a journaled file", () => {
  it("is empty, and creates nothing, when it was never written", () => {
    expect(reload()).toEqual({ snapshot: undefined, entries: [] });
    expect(existsSync(snapshotPath)).toBe(false);
    expect(existsSync(journalPath)).toBe(false);
  });

  it("holds an entry as soon as append has returned", () => {
    const file = open();
    file.load();
    file.append({ add: 1 });
    expect(reload()).toEqual({ snapshot: undefined, entries: [{ add: 1 }] });
    file.append({ add: 2 });
    expect(reload()).toEqual({ snapshot: undefined, entries: [{ add: 1 }, { add: 2 }] });
  });

  it("has a snapshot of plain JSON and no entries after it was compacted", () => {
    const file = open();
    file.load();
    file.append({ add: 1 });
    file.compact({ sum: 1 });
    expect(readFileSync(snapshotPath, "utf8")).toBe('{"sum":1}');
    expect(readFileSync(journalPath, "utf8")).toBe("");
    expect(reload()).toEqual({ snapshot: { sum: 1 }, entries: [] });
    file.append({ add: 5 });
    expect(reload()).toEqual({ snapshot: { sum: 1 }, entries: [{ add: 5 }] });
  });

  it("does not take a line that was cut off, and writes the next entry over it", () => {
    const file = open();
    file.load();
    file.append({ add: 1 });
    file.close();
    appendFileSync(journalPath, '{"entry":{"add":2');
    expect(reload().entries).toEqual([{ add: 1 }]);
    const later = open();
    later.load();
    later.append({ add: 3 });
    expect(reload().entries).toEqual([{ add: 1 }, { add: 3 }]);
  });

  it("starts anew when even the first line was cut off", () => {
    const file = open();
    file.load();
    file.append({ add: 1 });
    file.close();
    writeFileSync(journalPath, '{"genera');
    expect(reload().entries).toEqual([]);
    const later = open();
    later.load();
    later.append({ add: 3 });
    expect(reload().entries).toEqual([{ add: 3 }]);
  });

  it("refuses a damaged line that is not the last, by file and line", () => {
    const file = open();
    file.load();
    file.append({ add: 1 });
    appendFileSync(journalPath, "null\n");
    file.append({ add: 3 });
    expect(reload).toThrow(`${journalPath}:3 is damaged: delete the journal to go on with the snapshot before it`);
  });

  it("refuses a snapshot that is not JSON", () => {
    open().load();
    const file = open();
    file.load();
    file.compact({ sum: 1 });
    writeFileSync(snapshotPath, "{");
    expect(reload).toThrow(/snapshot\.json is not JSON \(.*\): restore it from a backup$/);
  });

  it("takes the entries of a journal that was folded in only once when the process ends before it is emptied", () => {
    const file = open();
    file.load();
    file.compact({ sum: 10 });
    file.append({ add: 1 });
    const journal = readFileSync(journalPath);
    file.compact({ sum: 11 });
    file.close();
    const generation = /"generation":"([0-9a-f]{64})"/.exec(journal.toString())?.[1];
    expect(generation).toMatch(/^[0-9a-f]{64}$/);
    // The journal as it stood between the snapshot's renaming and its own emptying.
    const note = `{"foldedInto":"${sha256(readFileSync(snapshotPath))}"}\n`;
    writeFileSync(journalPath, Buffer.concat([journal, Buffer.from(note)]));
    expect(reload()).toEqual({ snapshot: { sum: 11 }, entries: [] });
    const later = open();
    later.load();
    later.append({ add: 7 });
    expect(reload()).toEqual({ snapshot: { sum: 11 }, entries: [{ add: 7 }] });
  });

  it("keeps the entries when the process ends after the note of the fold and before the snapshot is there", () => {
    const file = open();
    file.load();
    file.compact({ sum: 10 });
    file.append({ add: 1 });
    appendFileSync(journalPath, `{"foldedInto":"${sha256(Buffer.from('{"sum":11}'))}"}\n`);
    file.close();
    expect(reload()).toEqual({ snapshot: { sum: 10 }, entries: [{ add: 1 }] });
    const later = open();
    later.load();
    later.append({ add: 2 });
    expect(reload()).toEqual({ snapshot: { sum: 10 }, entries: [{ add: 1 }, { add: 2 }] });
  });

  it("refuses entries that were made to another snapshot than the one that is there", () => {
    const file = open();
    file.load();
    file.compact({ sum: 10 });
    file.append({ add: 1 });
    writeFileSync(snapshotPath, '{"sum":99}');
    expect(reload).toThrow(
      `${journalPath} holds 1 change of a run that was killed, made to another version of ${snapshotPath} than the one ` +
        "that is there: put that version back, or delete the journal to go on without them",
    );
  });

  it("accepts a snapshot that someone else has written when there are no entries", () => {
    const file = open();
    file.load();
    file.compact({ sum: 10 });
    file.close();
    writeFileSync(snapshotPath, '{ "sum": 99 }\n');
    expect(reload()).toEqual({ snapshot: { sum: 99 }, entries: [] });
  });

  it("leaves the old snapshot alone when the new one cannot be written", () => {
    const file = open();
    file.load();
    file.compact({ sum: 1 });
    const cyclic: { sum: number; self?: unknown } = { sum: 2 };
    cyclic.self = cyclic;
    expect(() => file.compact(cyclic)).toThrow(/circular/);
    expect(reload()).toEqual({ snapshot: { sum: 1 }, entries: [] });
  });

  it("says that it has outgrown its snapshot only once the journal is twice as long and over 4 MiB", () => {
    const file = JournaledFile.open<string, string>({ snapshotPath, journalPath });
    file.load();
    const mebibyte = "x".repeat(1 << 20);
    for (let i = 0; i < 3; i += 1) file.append(mebibyte);
    expect(file.outgrown).toBe(false);
    file.append(mebibyte);
    expect(file.outgrown).toBe(true);
    file.compact(mebibyte.repeat(4));
    expect(file.outgrown).toBe(false);
    for (let i = 0; i < 7; i += 1) file.append(mebibyte);
    expect(file.outgrown).toBe(false);
    file.append(mebibyte);
    expect(file.outgrown).toBe(true);
    expect(statSync(journalPath).size).toBeGreaterThan(8 << 20);
  });

  it("holds, whatever it is cut off at, just the entries whose lines are whole", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 6 }), fc.nat(), (numbers, cut) => {
        rmSync(journalPath, { force: true });
        const file = open();
        file.load();
        const ends = numbers.map((add) => {
          file.append({ add });
          return statSync(journalPath).size;
        });
        file.close();
        const length = cut % ((ends.at(-1) ?? 0) + 1);
        writeFileSync(journalPath, readFileSync(journalPath).subarray(0, length));
        const whole = ends.filter((end) => end <= length).length;
        expect(reload().entries).toEqual(numbers.slice(0, whole).map((add) => ({ add })));
      }),
    );
  });
});

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
