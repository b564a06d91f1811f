import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { StateStore } from "../state-store";

/** Asks for a stack's lock so often, and prints how often it got it, was refused, and had to share it. */
async function main(root: string, times: number): Promise<void> {
  const store = await StateStore.open({ root, project: "infra", stack: "dev", passphrase: "" });
  const report = { got: 0, refused: 0, shared: 0 };
  for (let time = 0; time < times; time += 1) {
    const lock = await store.lock("up").catch(() => undefined);
    if (lock === undefined) {
      report.refused += 1;
    } else {
      report.got += 1;
      if (!(await isAlone(join(root, "alone")))) report.shared += 1;
      lock.release();
    }
    await delay(Math.random() * 4);
  }
  writeSync(1, JSON.stringify(report));
}

/** Whether nobody else does at the same time what only the holder of the lock does. */
async function isAlone(path: string): Promise<boolean> {
  try {
    closeSync(openSync(path, "wx"));
  } catch {
    return false;
  }
  await delay(Math.random() * 3);
  rmSync(path);
  return true;
}

const [root = "", times = ""] = process.argv.slice(2);
void main(root, Number(times));
