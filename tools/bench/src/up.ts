import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";

/**
 * The first command of the README in a fresh copy of the workspace, as after `npm ci`: once cold, then warm, then as a
 * preview, each as a ratio to the start of node that loads Pulumi's SDK, which no Pulumi program can do without.
 */
const workspace = dirname(dirname(dirname(__dirname)));
const WARM_RUNS = 3;

function copyWorkspace(): string {
  const copy = mkdtempSync(join(tmpdir(), "bench-up-"));
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: workspace,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  for (const path of listed.split("\0")) {
    // A file that is deleted and not committed yet is still listed.
    if (path === "" || !existsSync(join(workspace, path))) continue;
    cpSync(join(workspace, path), join(copy, path));
  }
  // Nx finds the root of a workspace, and what changed in it, by git.
  execFileSync("git", ["init", "--quiet"], { cwd: copy });
  copyModules(copy);
  return copy;
}

/** Hard links where the file system allows: the modules are hundreds of megabytes. */
function copyModules(copy: string): void {
  const [from, to] = [join(workspace, "node_modules"), join(copy, "node_modules")];
  if (spawnSync("cp", ["-al", from, to]).status === 0) return;
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

function seconds(command: string, args: readonly string[], cwd: string): number {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}:\n${stdout}\n${stderr}`);
  return (performance.now() - start) / 1000;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function report(copy: string): void {
  const load = (): number => seconds(process.execPath, ["-e", 'require("@pulumi/pulumi")'], workspace);
  const unit = median([load(), load(), load()]);
  const print = (name: string, time: number): void =>
    console.log(`${name.padEnd(36)}${time.toFixed(1).padStart(7)} s${(time / unit).toFixed(1).padStart(8)} x`);
  const nx = (target: string): number => seconds("npx", ["nx", "run", `stack:${target}`], copy);
  print("loading Pulumi's SDK", unit);
  print("nx run stack:up, fresh clone", nx("up"));
  print("nx run stack:up, nothing to do", median(Array.from({ length: WARM_RUNS }, () => nx("up"))));
  print("nx run stack:preview", nx("preview"));
}

const copy = copyWorkspace();
try {
  report(copy);
} finally {
  spawnSync("npx", ["nx", "daemon", "--stop"], { cwd: copy });
  rmSync(copy, { recursive: true, force: true });
}
