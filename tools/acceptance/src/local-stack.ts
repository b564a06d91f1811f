import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cloneFolder, type CommandResult, npx, type Runtime, startNpx } from "./command";

/** The stack's own folder in the clone. */
export const projectFolder = () => join(cloneFolder(), "apps", "stack");

const stateFolder = () => join(projectFolder(), ".pulumi-local");

/** Types `npx nx run stack:<command> <args>`. */
export function runStack(command: string, args: readonly string[] = [], runtime?: Runtime): Promise<CommandResult> {
  return npx(["nx", "run", `stack:${command}`, ...args], runtime);
}

/** Like {@link runStack}, but hands out the process. */
export function startStack(command: string, args: readonly string[] = []) {
  return startNpx(["nx", "run", `stack:${command}`, ...args]);
}

/** Forgets deployment and simulated account, as a fresh clone has neither. */
export function forgetDeployment(): void {
  rmSync(stateFolder(), { recursive: true, force: true });
}

/** The lines under `Resources:`, for example `["+  118 created"]`. */
export function resourceCounts({ stdout }: CommandResult): string[] {
  const [, after = ""] = stdout.split("\nResources:\n");
  return after
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /^[^\d]*\d+ /.test(line));
}

/** The outputs, as `stack:outputs --json` prints them. */
export async function readOutputs(): Promise<Record<string, unknown>> {
  const { stdout } = await runStack("outputs", ["--json", "--output-style=stream-without-prefixes"]);
  return JSON.parse(stdout) as Record<string, unknown>;
}

interface Deployment {
  readonly resources?: readonly { readonly urn: string; readonly type: string; readonly custom: boolean; readonly id?: string }[];
  readonly pending_operations?: readonly unknown[];
}

/** Pulumi's own state file. */
export function stateText(): string {
  return readFileSync(join(stateFolder(), ".pulumi", "stacks", "infra", "local.json"), "utf8");
}

/** What the state file holds. */
export function deployment(): Deployment {
  return (JSON.parse(stateText()) as { checkpoint: { latest?: Deployment } }).checkpoint.latest ?? {};
}

/** The process that holds the stack's lock, once there is one. */
export async function lockHolder(): Promise<number> {
  const folder = join(stateFolder(), ".pulumi", "locks", "organization", "infra", "local");
  for (;;) {
    const [lock] = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".json")) : [];
    if (lock !== undefined) return (JSON.parse(readFileSync(join(folder, lock), "utf8")) as { pid: number }).pid;
    await pause(5);
  }
}

/** Bytes that the run in flight has recorded so far. */
function journalSize(): number {
  const journal = join(stateFolder(), "journal", "infra", "local.jsonl");
  return existsSync(journal) ? readFileSync(journal).length : 0;
}

/** Waits until the run in flight has recorded so many bytes. */
export async function journalReaches(bytes: number): Promise<void> {
  while (journalSize() < bytes) await pause(1);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
