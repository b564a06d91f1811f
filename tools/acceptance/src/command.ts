import { spawn, type ChildProcess } from "node:child_process";
import { delimiter, join } from "node:path";

/** Environment variable by which the global setup tells the tests where the clone is. */
export const CLONE_VARIABLE = "ACCEPTANCE_CLONE";

/** How a command ended and what it printed. */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

/** Which Node runs the command: the one the workspace brings, or the machine's own. */
export type Runtime = "workspace" | "machine";

/** The clone that the global setup has made. */
export function cloneFolder(): string {
  const clone = process.env[CLONE_VARIABLE];
  if (clone === undefined) throw new Error(`${CLONE_VARIABLE} is not set: run through acceptance.config.cjs`);
  return clone;
}

/** Starts `npx <args>` in the clone, as a user types it. */
export function npx(args: readonly string[], runtime: Runtime = "workspace"): Promise<CommandResult> {
  return finish(startNpx(args, runtime));
}

/** Like {@link npx}, but hands out the process so that a test can signal it. */
export function startNpx(args: readonly string[], runtime: Runtime = "workspace"): ChildProcess {
  const [tool, ...rest] = args;
  // The machine's own Node is met by whoever starts the tool's file directly, past npx.
  return runtime === "workspace"
    ? spawn("npx", [...args], { cwd: cloneFolder(), env: environment(), stdio: ["ignore", "pipe", "pipe"] })
    : spawn("node", [join("node_modules", "nx", "dist", "bin", `${tool}.js`), ...rest], {
        cwd: cloneFolder(),
        env: environment(),
        stdio: ["ignore", "pipe", "pipe"],
      });
}

/** Collects what a started process prints until it ends. */
export function finish(child: ChildProcess): Promise<CommandResult> {
  const began = performance.now();
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr, seconds: (performance.now() - began) / 1000 }));
  });
}

/** The caller's environment without what Nx, npm and jest put there: a nested Nx must not think it is part of this run. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(NX_|npm_|JEST_|NODE_OPTIONS$|NODE_ENV$|FORCE_COLOR$)/.test(name));
  const path = (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => !folder.includes("node_modules"))
    .join(delimiter);
  return { ...Object.fromEntries(kept), PATH: path, CI: "true", NO_COLOR: "1" };
}
