import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { CompiledSources } from "./test-runs/compiled-sources.fixture";

it("leaves nothing behind that keeps the process alive, even when a run ends before a transform was called", async () => {
  const compiled = new CompiledSources();
  try {
    const child = promisify(execFile)(process.execPath, [compiled.module("ending-child")], { timeout: 15_000 });
    expect((await child).stdout).toBe("fulfilled, rejected");
  } finally {
    compiled.remove();
  }
}, 20_000);
