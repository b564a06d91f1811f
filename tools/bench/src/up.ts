import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { cloneWorkspace } from "@org/fresh-clone";

/**
 * The first command of the README in a fresh copy of the workspace, as after `npm ci`: once cold, then warm, then as a
 * preview, each as a ratio to the start of node that loads Pulumi's SDK, which no Pulumi program can do without.
 */
const WARM_RUNS = 3;

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
  const load = (): number => seconds(process.execPath, ["-e", 'require("@pulumi/pulumi")'], copy);
  const unit = median([load(), load(), load()]);
  const print = (name: string, time: number): void =>
    console.log(`${name.padEnd(36)}${time.toFixed(1).padStart(7)} s${(time / unit).toFixed(1).padStart(8)} x`);
  const nx = (target: string): number => seconds("npx", ["nx", "run", `stack:${target}`], copy);
  print("loading Pulumi's SDK", unit);
  print("nx run stack:up, fresh clone", nx("up"));
  print("nx run stack:up, nothing to do", median(Array.from({ length: WARM_RUNS }, () => nx("up"))));
  print("nx run stack:preview", nx("preview"));
}

const copy = cloneWorkspace();
try {
  report(copy);
} finally {
  rmSync(copy, { recursive: true, force: true });
}
