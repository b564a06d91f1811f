import { AsyncLocalStorage } from "node:async_hooks";
import { runInThisContext } from "node:vm";

type Listener = (error: unknown, promise: Promise<unknown>) => void;

// Test runners give their tests a copy of `process`, whose listeners nobody calls: this is the one that counts.
const realProcess = runInThisContext("process") as NodeJS.Process;
const current = new AsyncLocalStorage<Listener>();
const guarded = new Set<Listener>();
let others: Listener[] = [];

/**
 * Runs `work`, giving every promise rejection that it leaves unhandled to `onRejection` instead of to the process.
 * A Pulumi program leaves many: an error inside an `apply` is only ever seen that way. In a process of its own that
 * ends the program; in process it must end this program alone.
 */
export async function withRejectionsCaught<T>(onRejection: (error: unknown) => void, work: () => Promise<T>): Promise<T> {
  const listener: Listener = (error) => onRejection(error);
  if (guarded.size === 0) takeOver();
  guarded.add(listener);
  try {
    return await current.run(listener, work);
  } finally {
    // What is rejected in the last turn is reported after it.
    await new Promise((resolve) => setImmediate(resolve));
    guarded.delete(listener);
    if (guarded.size === 0) giveBack();
  }
}

function takeOver(): void {
  others = realProcess.listeners("unhandledRejection") as Listener[];
  realProcess.removeAllListeners("unhandledRejection");
  realProcess.on("unhandledRejection", dispatch);
}

function giveBack(): void {
  realProcess.removeListener("unhandledRejection", dispatch);
  for (const listener of others) realProcess.on("unhandledRejection", listener);
}

function dispatch(error: unknown, promise: Promise<unknown>): void {
  const owner = current.getStore();
  // Not every version of Node calls back in the rejected promise's own context: then all runs are suspects.
  if (owner !== undefined && guarded.has(owner)) owner(error, promise);
  else for (const listener of guarded) listener(error, promise);
}
