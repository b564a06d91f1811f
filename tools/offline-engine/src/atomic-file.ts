import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** The file's bytes; undefined when there is no such file. */
export function readIfPresent(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Writes all of it: a single write may stop halfway, for example when a signal arrives. */
export function writeFully(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

/**
 * Replaces a file in one step: whoever reads it, and whatever ends this process or the machine, sees the old file or the
 * new one, whole.
 * @param scratchPath where the new file is prepared: on the same file system, not read by anyone.
 */
export function replaceFile(path: string, bytes: Uint8Array, scratchPath = `${path}.${process.pid}.tmp`): void {
  mkdirSync(dirname(path), { recursive: true });
  mkdirSync(dirname(scratchPath), { recursive: true });
  const file = openSync(scratchPath, "w");
  try {
    writeFully(file, bytes);
    // Without it a power cut after the rename could leave the new name with no content.
    fsyncSync(file);
  } catch (error) {
    closeSync(file);
    rmSync(scratchPath, { force: true });
    throw error;
  }
  closeSync(file);
  renameSync(scratchPath, path);
}
