import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { UserError } from "./engine";

/** Default of Pulumi's command line; the file backend knows only this organization. */
const ORGANIZATION = "organization";
const PARALLEL = "16";

/** What is loaded into the program's process before the SDK. */
const PRELOADS = ["inspect-guard.cjs", "light-debugging.cjs"].map((file) => join(__dirname, "..", "preload", file));

export interface ProgramStart {
  /** Folder of `Pulumi.yaml`. */
  readonly projectDir: string;
  readonly project: string;
  readonly stack: string;
  readonly preview: boolean;
  /** `main` of `Pulumi.yaml`. @default the project's folder */
  readonly main?: string;
  /** `runtime.options` of `Pulumi.yaml`. */
  readonly runtimeOptions: Readonly<Record<string, unknown>>;
  /** By `namespace:key`. */
  readonly config: Readonly<Record<string, string>>;
  readonly secretKeys: readonly string[];
  /** Address of the monitor and the engine. */
  readonly address: string;
  /** Called for every line that the program prints. */
  readonly onOutput: (line: string, stream: "stdout" | "stderr") => void;
}

/** A program that was started. */
export interface RunningProgram {
  /** Exit code; null when it was killed. */
  readonly exited: Promise<number | null>;
  kill(): void;
}

/**
 * Starts the program the way Pulumi's language host for Node does: the SDK's own `cmd/run` in a process of its own, with
 * the same arguments and environment, so that a program that runs here runs under the real command line as well.
 * @throws UserError when the SDK is not installed where the program is
 */
export function startProgram(start: ProgramStart): RunningProgram {
  const { projectDir, main, onOutput } = start;
  const child = spawn(process.execPath, programArguments(start), {
    cwd: locateProgram(projectDir, main).folder,
    env: { ...process.env, ...programEnvironment(start) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  forwardLines(child.stdout, (line) => onOutput(line, "stdout"));
  forwardLines(child.stderr, (line) => onOutput(line, "stderr"));
  return {
    exited: new Promise((resolveExit, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolveExit(code));
    }),
    kill: () => void child.kill("SIGKILL"),
  };
}

/** Arguments of `node`. */
export function programArguments(start: ProgramStart): string[] {
  const { projectDir, project, stack, preview, main, runtimeOptions, address } = start;
  const { folder, entry } = locateProgram(projectDir, main);
  return [
    ...PRELOADS.flatMap((file) => ["-r", file]),
    ...nodeArguments(runtimeOptions["nodeargs"]),
    locateRunner(folder),
    "--monitor",
    address,
    "--engine",
    address,
    "--organization",
    ORGANIZATION,
    "--project",
    project,
    "--root-directory",
    projectDir,
    "--stack",
    stack,
    "--pwd",
    folder,
    ...(preview ? ["--dry-run"] : []),
    "--parallel",
    PARALLEL,
    entry,
  ];
}

/** What the program's environment has besides the engine's own. */
export function programEnvironment({ config, secretKeys, runtimeOptions }: ProgramStart): Record<string, string> {
  return {
    PULUMI_CONFIG: JSON.stringify(config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(secretKeys),
    // The folder that Node itself would take; loading the SDK and the compiler from it saves half the start-up time.
    NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"] ?? join(tmpdir(), "node-compile-cache"),
    PULUMI_NODEJS_TYPESCRIPT: String(runtimeOptions["typescript"] !== false),
    // The types have been checked when the program was built or tested; here they would cost half a minute.
    PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    ...(typeof runtimeOptions["tsconfig"] === "string" && { PULUMI_NODEJS_TSCONFIG_PATH: runtimeOptions["tsconfig"] }),
  };
}

/** `nodeargs` is one text in `Pulumi.yaml`, split at blanks as Pulumi does it. */
function nodeArguments(nodeargs: unknown): string[] {
  return typeof nodeargs === "string" ? nodeargs.split(/\s+/).filter((argument) => argument !== "") : [];
}

/** Folder that the program runs in, and what of it is loaded: Pulumi runs a program file in its own folder. */
function locateProgram(projectDir: string, main: string | undefined): { readonly folder: string; readonly entry: string } {
  if (main === undefined) return { folder: projectDir, entry: "." };
  const path = resolve(projectDir, main);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new UserError(`\`main\` of ${join(projectDir, "Pulumi.yaml")} names ${path}, which does not exist`);
  }
  return found.isDirectory() ? { folder: path, entry: "." } : { folder: dirname(path), entry: basename(path) };
}

/** The program's own SDK, so that both are of one version. */
function locateRunner(folder: string): string {
  try {
    return createRequire(join(folder, "package.json")).resolve("@pulumi/pulumi/cmd/run");
  } catch {
    throw new UserError(`@pulumi/pulumi is not installed for the program in ${folder}: install its dependencies (npm ci)`);
  }
}

function forwardLines(stream: Readable, onLine: (line: string) => void): void {
  createInterface({ input: stream, crlfDelay: Infinity }).on("line", onLine);
}
