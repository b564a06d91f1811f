import { writeSync } from "node:fs";
import { randomRuns } from "./random-run.fixture";
import { StateStore } from "../state-store";

/**
 * The process that the crash test kills: random runs over a stack's state until the end comes from outside.
 * Writes one byte to its output for each call that has returned, so that its parent knows what must not be lost.
 */
async function main(root: string, seed: number, secrets: boolean, journalBytes: number, salt: string): Promise<void> {
  const store = await StateStore.open({
    root,
    project: "test",
    stack: "dev",
    passphrase: "password",
    encryptionSalt: salt,
    journalBytes,
  });
  await store.lock("up");
  let base = await store.load();
  let recorder = store.recorder(base);
  const calls = randomRuns(base, { seed, secrets });
  for (let call = calls.next(base).value; ; call = calls.next(base).value) {
    if (call.kind === "begin") recorder.begin(call.operation);
    if (call.kind === "complete") recorder.complete(call.change);
    if (call.kind === "save") {
      const time = new Date();
      await store.save(recorder.state(), { kind: "update", result: "succeeded", startTime: time, endTime: time, resourceChanges: {} });
      base = await store.load();
      recorder = store.recorder(base);
    }
    writeSync(1, ".");
  }
}

const [root = "", seed = "", secrets = "", journalBytes = "", salt = ""] = process.argv.slice(2);
void main(root, Number(seed), secrets === "true", Number(journalBytes), salt);
