import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type ProgramStart, programArguments, programEnvironment } from "./run-program";
import { PULUMI_YAML } from "./test-cloud/program-text";
import { StackFolder } from "./test-cloud/stack-folder";

let folder: StackFolder;
const startOf = (more: Partial<ProgramStart> = {}): ProgramStart => ({
  projectDir: folder.path,
  project: "proj",
  stack: "dev",
  preview: false,
  runtimeOptions: {},
  config: { "proj:a": "1" },
  secretKeys: ["proj:a"],
  address: "127.0.0.1:1",
  onOutput: () => undefined,
  ...more,
});

beforeEach(() => {
  folder = new StackFolder({ "Pulumi.yaml": PULUMI_YAML, "src/main.ts": "" });
});
afterEach(() => folder.remove());

it("starts the SDK's own runner with the arguments of Pulumi's language host", () => {
  const args = programArguments(startOf({ preview: true, runtimeOptions: { nodeargs: "--conditions=x  --enable-source-maps" } }));
  const preloads = args.splice(0, 4);
  expect(preloads.filter((_, index) => index % 2 === 0)).toEqual(["-r", "-r"]);
  const runner = args.splice(2, 1)[0];
  expect(runner).toMatch(/@pulumi\/pulumi\/cmd\/run\/index\.js$/);
  expect(args.join(" ")).toBe(
    "--conditions=x --enable-source-maps --monitor 127.0.0.1:1 --engine 127.0.0.1:1 --organization organization " +
      `--project proj --root-directory ${folder.path} --stack dev --pwd ${folder.path} --dry-run --parallel 16 .`,
  );
});

it("runs a program file in its own folder, as Pulumi does", () => {
  const args = programArguments(startOf({ main: "src/main.ts" }));
  expect(args.slice(args.indexOf("--pwd"))).toEqual(["--pwd", join(folder.path, "src"), "--parallel", "16", "main.ts"]);
});

it("names a program that is not there", () => {
  expect(() => programArguments(startOf({ main: "src/other.ts" }))).toThrow(
    `\`main\` of ${join(folder.path, "Pulumi.yaml")} names ${join(folder.path, "src/other.ts")}, which does not exist`,
  );
});

it("hands the config over as Pulumi does, and skips type checking", () => {
  expect(programEnvironment(startOf())).toMatchObject({
    PULUMI_CONFIG: '{"proj:a":"1"}',
    PULUMI_CONFIG_SECRET_KEYS: '["proj:a"]',
    PULUMI_NODEJS_TYPESCRIPT: "true",
    PULUMI_NODEJS_TRANSPILE_ONLY: "true",
  });
  expect(programEnvironment(startOf({ runtimeOptions: { typescript: false } })).PULUMI_NODEJS_TYPESCRIPT).toBe("false");
});

it("lets an error be printed whose stack makes Node hang when it is printed in colours", () => {
  const script = `
    const error = new Error("seen");
    error.stack = "Error: seen\\n    at f (/app/node_modules/@pulumi/resource.ts:1687:22)";
    console.log(require("node:util").inspect(error, { colors: true }));
    console.log(require("node:util").inspect("text", { colors: true }));
  `;
  const guard = join(__dirname, "..", "preload", "inspect-guard.cjs");
  const { stdout, signal } = spawnSync(process.execPath, ["-r", guard, "-e", script], { encoding: "utf8", timeout: 10_000 });
  expect(signal).toBeNull();
  expect(stdout).toBe(
    "Error: seen\n    at f (/app/node_modules/@pulumi/resource.ts:1687:22)\n\u001b[32m'text'\u001b[39m\n",
  );
});
