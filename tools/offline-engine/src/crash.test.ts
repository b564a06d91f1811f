import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { integrityProblems } from "./integrity";
import type { DeploymentState } from "./resource-state";
import { MemoryRecorder } from "./run-recorder";
import { StateStore } from "./state-store";
import { CompiledSources } from "./test-runs/compiled-sources.fixture";
import { randomRuns } from "./test-runs/random-run.fixture";

/** Its passphrase is `password`. */
const SALT = "v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==";

let compiled: CompiledSources;
beforeAll(() => {
  compiled = new CompiledSources();
});
afterAll(() => compiled.remove());

interface Chain {
  readonly seed: number;
  readonly kills: number;
  readonly secrets: boolean;
  readonly journalBytes: number;
}

/** What one child did before it was killed. */
interface Killed {
  readonly acknowledged: number;
  readonly errors: string;
  readonly signal: NodeJS.Signals | null;
}

/** @param least calls that the child acknowledges before it is killed, some more or less of a call later */
function killAfter(least: number, root: string, seed: number, { secrets, journalBytes }: Chain): Promise<Killed> {
  const args = [compiled.module("crash-child"), root, String(seed), String(secrets), String(journalBytes), SALT];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let acknowledged = 0;
  let errors = "";
  child.stdout.on("data", (data: Buffer) => {
    const before = acknowledged;
    acknowledged += data.length;
    if (before < least && acknowledged >= least) setTimeout(() => child.kill("SIGKILL"), Math.random() * 15);
  });
  child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
  return new Promise((resolve) => child.on("close", (_, signal) => resolve({ acknowledged, errors, signal })));
}

/** The states that a run of this seed leaves when it has made `calls` calls, and when it has made one more. */
function expectedStates(start: DeploymentState, seed: number, secrets: boolean, calls: number): DeploymentState[] {
  const states: DeploymentState[] = [];
  let base = start;
  let memory = new MemoryRecorder(base);
  const run = randomRuns(base, { seed, secrets });
  let call = run.next(base).value;
  for (let made = 0; made <= calls; made += 1) {
    if (made === calls) states.push(memory.state());
    if (call.kind === "begin") memory.begin(call.operation);
    if (call.kind === "complete") memory.complete(call.change);
    if (call.kind === "save") {
      base = memory.state();
      memory = new MemoryRecorder(base);
    }
    call = run.next(base).value;
  }
  return [...states, memory.state()];
}

/** Kills run after run over the same state, and checks after each what it left. */
async function runChain(chain: Chain): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "crash-"));
  const load = async (): Promise<DeploymentState> => {
    const store = await StateStore.open({ root, project: "test", stack: "dev", passphrase: "password" });
    return store.load();
  };
  let state = await load();
  for (let kill = 0; kill < chain.kills; kill += 1) {
    const seed = chain.seed * 1000 + kill;
    const killed = await killAfter(1 + Math.floor(Math.random() * 60), root, seed, chain);
    expect(killed.errors).toBe("");
    expect(killed.signal).toBe("SIGKILL");
    const found = await load();
    const expected = expectedStates(state, seed, chain.secrets, killed.acknowledged);
    expect(integrityProblems(found.resources)).toEqual([]);
    // The last call may have been recorded although the process did not live to say so.
    const matching = expected.find((candidate) => isDeepStrictEqual(candidate, found));
    if (matching === undefined) expect(found).toEqual(expected[0]);
    state = found;
  }
  rmSync(root, { recursive: true });
}

describe("a run that is killed at any moment", () => {
  it.each<[string, readonly Chain[]]>([
    [
      "60 times without secrets",
      [
        { seed: 1, kills: 20, secrets: false, journalBytes: 4 << 20 },
        { seed: 2, kills: 20, secrets: false, journalBytes: 2000 },
        { seed: 3, kills: 20, secrets: false, journalBytes: 0 },
      ],
    ],
    ["10 times with secrets", [
      { seed: 4, kills: 5, secrets: true, journalBytes: 4 << 20 },
      { seed: 5, kills: 5, secrets: true, journalBytes: 2000 },
    ]],
  ])("leaves a state that loads, is consistent, and holds all that was recorded: %s", async (_, chains) => {
    expect.assertions(3 * chains.reduce((sum, { kills }) => sum + kills, 0));
    await Promise.all(chains.map(runChain));
  }, 60_000);
});
