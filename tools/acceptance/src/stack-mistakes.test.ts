import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Runtime } from "./command";
import { deployment, forgetDeployment, projectFolder, runStack } from "./local-stack";

const stackTrace = /^\s+at .+\(?.+:\d+:\d+\)?$/m;

describe("a user's mistake", () => {
  beforeAll(async () => {
    forgetDeployment();
    await runStack("up");
  });

  it("is told with all others in the config, a line each, without a stack trace", async () => {
    const mistakes = ["zoneCount=1", "instanceTyp=t3.small", "natGateways=many", "profile=prod", "tableReadCapacity=0"];
    const { code, stdout, stderr } = await runStack("up", mistakes.flatMap((entry) => ["--config", entry]));

    expect(stdout.match(/^ +- `infra:.*$/gm)).toHaveLength(5);
    expect(stdout).toContain("Configuration: 5 invalid arguments");
    expect(stdout).toContain('`infra:instanceTyp` must be a known key, got "t3.small": did you mean infra:instanceType?');
    expect(stdout).not.toMatch(stackTrace);
    expect(stderr).not.toMatch(stackTrace);
    expect(code).toBe(1);
  });

  it.each(["dev", "prod"])("to deploy to %s without Pulumi's engine is answered with one sentence", async (stack) => {
    const { code, stdout, stderr } = await runStack("up", ["-c", stack]);

    expect(stdout + stderr).toContain(`stack ${stack} needs the real Pulumi engine`);
    expect(stdout + stderr).not.toMatch(stackTrace);
    expect(code).toBe(1);
  });

  it.each<Runtime>(["workspace", "machine"])(
    "in the program shows its message and keeps the state, within seconds, on the Node of the %s",
    async (runtime) => {
      const before = deployment().resources;
      const main = join(projectFolder(), "src", "main.ts");
      const source = readFileSync(main, "utf8");
      writeFileSync(main, source.replace("const zones =", 'throw new Error("the program is wrong here"); const zones ='));
      try {
        const { code, stdout, seconds } = await runStack("up", [], runtime);

        expect(stdout).toContain("the program is wrong here");
        expect(code).toBe(1);
        expect(seconds).toBeLessThan(20);
        expect(deployment().resources).toEqual(before);
      } finally {
        writeFileSync(main, source);
      }
    },
  );

  it("deploys on the machine's own Node as on the workspace's", async () => {
    const { code, stdout } = await runStack("up", [], "machine");

    expect(stdout).toContain("nothing changed");
    expect(code).toBe(0);
  });
});
