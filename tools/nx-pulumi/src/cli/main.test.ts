import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";

function run(...argv: string[]): { code: number | null; stdout: string; stderr: string } {
  const loader = resolve(__dirname, "../../source-loader.cjs");
  const node = ["--require", loader, "--conditions=@org/source", join(__dirname, "main.ts"), ...argv];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { encoding: "utf8" });
  return { code: status, stdout, stderr };
}

it("prints the usage and ends with 0 when help is asked for", () => {
  const { code, stdout, stderr } = run("up", "--help");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^Usage: nx run <project>:up /);
  expect(stdout).toContain("--config <key=value>");
});

it("tells each mistake in a line of its own, without a stack trace, and ends with 1", () => {
  expect(run("up", "--stack=local", "--config=x", "--jsn")).toEqual({
    code: 1,
    stdout: "",
    stderr: `\
error: up has no option --jsn, did you mean --json?
error: --config must be key=value, got "x": for example --config environment=staging
`,
  });
});

it("stops with one sentence when a stack needs the real engine", () => {
  expect(run("up", "--stack=prod", "--engine=pulumi")).toEqual({
    code: 1,
    stdout: "",
    stderr:
      "error: stack prod needs the real Pulumi engine, which a later version of this plugin brings: " +
      "use an offline stack such as -c local, which deploys to a simulated AWS on this machine\n",
  });
});

it("keeps stdout one JSON object also when the command fails", () => {
  const { code, stdout, stderr } = run("up", "--stack=prod", "--engine=pulumi", "--json");
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toEqual({ result: "failed", error: expect.stringContaining("needs the real Pulumi engine") });
  expect(stderr).toContain("error: stack prod");
});
