import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { hostname, uptime, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { readIfPresent, replaceFile } from "./atomic-file";
import { UserError } from "./engine";
import type { StateLayout } from "./state-layout";

/** A held lock. */
export interface StackLock {
  /** Gives it back; a second call does nothing. */
  release(): void;
}

/** Content of a lock file, as Pulumi's file backend writes it, and the command, which it does not read. */
interface LockContent {
  readonly pid: number;
  readonly username: string;
  readonly hostname: string;
  /** RFC 3339. */
  readonly timestamp: string;
  readonly command?: string;
}

interface FoundLock {
  readonly path: string;
  /** Undefined when the file is not one that Pulumi or we wrote. */
  readonly content: LockContent | undefined;
}

const ATTEMPTS = 5;
/** Seconds by which the clock may have been set since the host started. */
const CLOCK_TOLERANCE = 60;

/**
 * Locks a stack as Pulumi's file backend does: a file of one's own in the stack's folder of locks, and a second look
 * after it is written, since two processes may have found the folder empty at the same time.
 * A lock of a process of this host that is gone is taken over.
 * @throws UserError that names the holder, since when, and how to unlock.
 */
export async function lockStack(layout: StateLayout, stack: string, command: string): Promise<StackLock> {
  for (let attempt = 1; ; attempt += 1) {
    const before = liveLocks(layout.lockFolder);
    if (before[0] !== undefined) throw lockedError(stack, before[0]);
    const path = writeLock(layout, command);
    const [rival] = liveLocks(layout.lockFolder).filter((lock) => lock.path !== path);
    if (rival === undefined) return { release: () => rmSync(path, { force: true }) };
    // The other one may just as well have seen ours: both step back, and the first to come again has it.
    rmSync(path, { force: true });
    if (attempt === ATTEMPTS) throw lockedError(stack, rival);
    await delay(Math.random() * 50 * attempt);
  }
}

function writeLock({ lockFolder, scratchFolder }: StateLayout, command: string): string {
  const name = `${randomUUID()}.json`;
  const path = join(lockFolder, name);
  const content: LockContent = {
    pid: process.pid,
    username: userName(),
    hostname: hostname(),
    timestamp: new Date().toISOString(),
    command,
  };
  mkdirSync(lockFolder, { recursive: true });
  // Prepared elsewhere: no one sees half a lock, and a process killed here leaves none.
  replaceFile(path, Buffer.from(JSON.stringify(content)), join(scratchFolder, name));
  return path;
}

function liveLocks(folder: string): FoundLock[] {
  return lockFiles(folder).filter((lock) => {
    if (!isAbandoned(lock)) return true;
    rmSync(lock.path, { force: true });
    return false;
  });
}

function lockFiles(folder: string): FoundLock[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  const found: FoundLock[] = [];
  for (const name of names.sort()) {
    const path = join(folder, name);
    // `.attrs` files are how Pulumi's storage library may keep a file's metadata.
    const bytes = name.endsWith(".attrs") ? undefined : readIfPresent(path);
    if (bytes !== undefined) found.push({ path, content: parseLock(bytes.toString("utf8")) });
  }
  return found;
}

function parseLock(text: string): LockContent | undefined {
  try {
    const content = JSON.parse(text) as Partial<LockContent> | null;
    const valid = typeof content?.pid === "number" && typeof content.hostname === "string";
    return valid ? (content as LockContent) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the process that wrote the lock is gone for certain; of another host's processes we cannot tell. */
function isAbandoned({ content }: FoundLock): boolean {
  if (content === undefined || content.hostname !== hostname()) return false;
  // Of a pid that is in use again, by us or since the host was started again, the former owner is gone.
  const secondsSince = content.pid === process.pid ? process.uptime() : uptime() + CLOCK_TOLERANCE;
  if (Date.parse(content.timestamp) < Date.now() - secondsSince * 1000) return true;
  return !isAlive(content.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it exists and belongs to another user.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function lockedError(stack: string, { path, content }: FoundLock): UserError {
  const unlock = `wait for it to end; if it is gone, delete ${path}`;
  if (content === undefined) return new UserError(`the stack "${stack}" is locked by ${path}: ${unlock}`);
  const { pid, username, timestamp, command } = content;
  const work = command === undefined ? "" : ` for \`${command}\``;
  return new UserError(
    `the stack "${stack}" is locked by process ${pid} (user ${username}, host ${content.hostname}) since ${timestamp}${work}: ` +
      unlock,
  );
}

/** Some users have no name: a container may run under a bare number. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? "unknown");
  }
}
