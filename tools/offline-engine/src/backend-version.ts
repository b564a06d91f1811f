import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readIfPresent, replaceFile } from "./atomic-file";
import { UserError } from "./engine";
import type { StateLayout } from "./state-layout";

/** Pulumi's file backend with one folder per project. */
const VERSION = "version: 1\n";

/** @throws UserError when the folder is of another layout of Pulumi's file backend than version 1. */
export function checkBackendVersion({ meta, legacyStacks }: StateLayout): void {
  const content = readIfPresent(meta)?.toString("utf8");
  if (content !== undefined && !/^version:\s*1\s*$/m.test(content)) {
    throw new UserError(`${meta} says ${JSON.stringify(content.trim())}: only "version: 1" of Pulumi's file backend is known`);
  }
  if (content !== undefined) return;
  const legacy = namesIn(legacyStacks).find((name) => name.endsWith(".json"));
  if (legacy === undefined) return;
  throw new UserError(
    `${join(legacyStacks, legacy)} is of the layout that Pulumi had before projects: run \`pulumi state upgrade\` first`,
  );
}

/** Marks a new folder as what it is; Pulumi's CLI does the same when it first logs in. */
export function writeBackendVersion({ meta, scratchFolder }: StateLayout): void {
  if (readIfPresent(meta) !== undefined) return;
  replaceFile(meta, Buffer.from(VERSION), join(scratchFolder, `meta.${process.pid}.tmp`));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
