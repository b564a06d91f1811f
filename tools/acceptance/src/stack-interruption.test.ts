import { finish } from "./command";
import {
  deployment,
  forgetDeployment,
  journalReaches,
  lockHolder,
  pause,
  readOutputs,
  resourceCounts,
  runStack,
  startStack,
} from "./local-stack";

describe("an interrupted up", () => {
  beforeEach(forgetDeployment);

  it("that another one meets holds the lock: the second says who has it", async () => {
    const first = startStack("up");
    const finished = finish(first);
    const holder = await lockHolder();
    process.kill(holder, "SIGSTOP");

    const second = await runStack("up");
    process.kill(holder, "SIGCONT");

    expect(second.stdout + second.stderr).toContain(`process ${holder}`);
    expect(second.code).toBe(1);
    expect((await finished).code).toBe(0);
  });

  it("by Ctrl-C finishes the operation in flight, saves, says what is left, and the next one completes it", async () => {
    const first = startStack("up");
    const finished = finish(first);
    const holder = await lockHolder();
    await journalReaches(20_000);
    process.kill(holder, "SIGINT");
    const interrupted = await finished;

    expect(interrupted.stdout).toContain("Left (");
    expect(interrupted.code).not.toBe(0);
    const kept = deployment().resources?.length ?? 0;
    expect(kept).toBeGreaterThan(0);
    expect(deployment().pending_operations ?? []).toEqual([]);

    const next = await runStack("up");
    expect(next.code).toBe(0);
    expect(deployment().resources?.length).toBeGreaterThan(kept);
    expect(await nothingToDo()).toBe(true);
  });

  it("by SIGKILL, again and again at other moments, loses nothing: the next one converges", async () => {
    for (const bytes of [2_000, 30_000, 80_000]) {
      const run = startStack("up");
      const finished = finish(run);
      const holder = await lockHolder();
      await Promise.race([journalReaches(bytes), finished]);
      await pause(Math.random() * 20);
      try {
        process.kill(holder, "SIGKILL");
      } catch {
        // It was faster than this test.
      }
      await finished;
    }

    const next = await runStack("up");
    expect(next.code).toBe(0);
    expect(deployment().pending_operations ?? []).toEqual([]);
    expect(await nothingToDo()).toBe(true);
    expect(await readOutputs()).toMatchObject({ sanitizedName: "infra-local" });
  });

  async function nothingToDo(): Promise<boolean> {
    const counts = resourceCounts(await runStack("up"));
    return counts.length === 1 && counts[0] === `${deployment().resources?.length} unchanged`;
  }
});
