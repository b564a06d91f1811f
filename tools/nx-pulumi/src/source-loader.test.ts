import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const loader = resolve(__dirname, "../source-loader.cjs");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nx-pulumi-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(source: string): string {
  writeFileSync(join(folder, "greeting.ts"), 'export const greeting: string = "hello";\n');
  writeFileSync(join(folder, "main.ts"), source);
  const env = { ...process.env, ORG_SOURCE_CACHE: join(folder, "cache") };
  return execFileSync(process.execPath, ["--require", loader, join(folder, "main.ts")], { env, encoding: "utf8" });
}

it("runs TypeScript with imports that have no extension, without a build", () => {
  expect(run('import { greeting } from "./greeting";\nconsole.log(greeting satisfies string);\n')).toBe("hello\n");
});

it("compiles a file once, and again when it has changed", () => {
  const compiled = (): number => readdirSync(join(folder, "cache")).length;
  run('console.log("one" as string);\n');
  run('console.log("one" as string);\n');
  expect(compiled()).toBe(1);
  expect(run('console.log("two" as string);\n')).toBe("two\n");
  expect(compiled()).toBe(2);
});

it("tells the lines of the sources in a stack trace", () => {
  const [message, frame] = run("interface Gone {\n  readonly a: 1;\n}\n\nconsole.log(new Error('boom').stack);\n").split("\n");
  expect(message).toBe("Error: boom");
  expect(frame).toMatch(/main\.ts:5:13\)$/);
});
