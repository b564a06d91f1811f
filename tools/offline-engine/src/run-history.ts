import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StepOp } from "./events";
import type { PassphraseSecrets } from "./passphrase-secrets";
import type { StateLayout } from "./state-layout";

/** What is kept of a run besides the state it left. */
export interface RunRecord {
  readonly kind: "update" | "refresh" | "destroy" | "preview";
  readonly result: "succeeded" | "failed";
  readonly startTime: Date;
  readonly endTime: Date;
  /** Number of resources by operation. */
  readonly resourceChanges: Readonly<Partial<Record<StepOp, number>>>;
  /** By `namespace:key`. */
  readonly config?: Readonly<Record<string, string>>;
  /** Keys of `config` whose values are written encrypted. */
  readonly secretKeys?: readonly string[];
  /** @default "" */
  readonly message?: string;
}

/** Switches Pulumi's backups off, as for Pulumi's own CLI. */
const DISABLE_BACKUPS = "PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS";

/** Adds a run that has changed the checkpoint to the stack's history, in Pulumi's format, and backs the checkpoint up. */
export function recordRun(layout: StateLayout, stack: string, run: RunRecord, secrets: PassphraseSecrets): void {
  const time = unixNanoseconds();
  mkdirSync(layout.historyFolder, { recursive: true });
  const entry = join(layout.historyFolder, `${stack}-${time}`);
  copyFileSync(layout.checkpoint, `${entry}.checkpoint.json`);
  // Last: an entry is one that has its checkpoint.
  writeFileSync(`${entry}.history.json`, JSON.stringify(historyEntry(run, secrets)));
  if (isTrue(process.env[DISABLE_BACKUPS])) return;
  mkdirSync(layout.backupFolder, { recursive: true });
  copyFileSync(layout.checkpoint, join(layout.backupFolder, `${stack}.${time}.json`));
}

/** Pulumi's backend.UpdateInfo (pkg/backend/updates.go). */
function historyEntry(run: RunRecord, secrets: PassphraseSecrets): object {
  return {
    kind: run.kind,
    startTime: unixSeconds(run.startTime),
    message: run.message ?? "",
    environment: {},
    config: sealedConfig(run, secrets),
    result: run.result,
    endTime: unixSeconds(run.endTime),
    resourceChanges: run.resourceChanges,
  };
}

function sealedConfig({ config = {}, secretKeys = [] }: RunRecord, secrets: PassphraseSecrets): object {
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [
      key,
      secretKeys.includes(key) ? { secure: secrets.seal(value, `config ${key}`) } : value,
    ]),
  );
}

function unixSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

/** Unique within this process: Pulumi's file names tell runs apart by it. */
function unixNanoseconds(): bigint {
  return BigInt(Date.now()) * 1_000_000n + (process.hrtime.bigint() % 1_000_000n);
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value?.toLowerCase() === "true";
}
