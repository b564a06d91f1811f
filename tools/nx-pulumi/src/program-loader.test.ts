import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nx-pulumi-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a program the way the SDK's runner does: it installs source-map-support after the loader. */
function run(program: string): string[] {
  const runner = createRunner();
  writeFileSync(join(folder, "main.ts"), program);
  const cwd = resolve(__dirname, "..");
  const argv = ["--require", join(cwd, "program-loader.cjs"), runner, join(folder, "main.ts")];
  return execFileSync(process.execPath, argv, { cwd, encoding: "utf8" }).trimEnd().split("\n");
}

function createRunner(): string {
  const runner = join(folder, "runner.cjs");
  const support = require.resolve("source-map-support/register", { paths: [require.resolve("@pulumi/pulumi")] });
  writeFileSync(runner, `require(${JSON.stringify(support)});\nrequire(process.argv[2]);\n`);
  return runner;
}

it("tells the line of the TypeScript source where a program's error comes from", () => {
  const lines = run(`\
interface NotInTheOutput {
  readonly a: string;
}

export function fail(): Error {
  return new Error("boom");
}
console.log(fail().stack);
`);
  expect(lines[0]).toBe("Error: boom");
  expect(lines[1]).toMatch(/at (Module\.)?fail .*main\.ts:6:10\)$/);
});

it("does not map the traces that the SDK notes for its promises", () => {
  const lines = run(`\
interface NotInTheOutput {
  readonly a: string;
}

function debuggablePromise(): string | undefined {
  return new Error("noted").stack;
}
console.log(debuggablePromise());
`);
  expect(lines[0]).toBe("Error: noted");
  expect(lines).toHaveLength(4);
  // Compiled, the interface is gone: the call stands elsewhere than in line 8.
  expect(lines[1]).toContain("main.ts:");
  expect(lines[1]).not.toContain("main.ts:8:");
});

it("lets others take the traces over for a while, and put back what was there", () => {
  const lines = run(`\
for (let round = 0; round < 3; round++) {
  const before = Error.prepareStackTrace;
  Error.prepareStackTrace = (_error, frames) => frames.length;
  console.log(typeof new Error("x").stack);
  Error.prepareStackTrace = before;
}
console.log(new Error("after").stack?.split("\\n")[1]);
`);
  expect(lines.slice(0, 3)).toEqual(["number", "number", "number"]);
  expect(lines[3]).toMatch(/main\.ts:7:13\)$/);
});
