import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEngine } from "./open-engine";

it("keeps state and simulated account in a folder that only their owner reads", () => {
  const projectDir = mkdtempSync(join(tmpdir(), "nx-pulumi-"));
  try {
    openEngine({ projectDir, stack: "local" }, () => undefined);
    expect(statSync(join(projectDir, ".pulumi-local")).mode & 0o777).toBe(0o700);
  } finally {
    rmSync(projectDir, { recursive: true });
  }
});
