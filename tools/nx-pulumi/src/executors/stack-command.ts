import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join, resolve } from "node:path";
import type { ExecutorContext } from "@nx/devkit";
import type { CommandName } from "../commands";
import { carriedTargets } from "../swallowed-targets";

/** The options of all the executors together; each one's schema says which of them it takes. */
export interface StackCommandOptions {
  readonly stack?: string;
  readonly engine?: "offline" | "pulumi";
  readonly offlineStacks?: readonly string[];
  /** A list when it is given several times. Not an array in the schema: Nx would cut a single value at its commas. */
  readonly config?: string | readonly string[];
  readonly target?: string | readonly string[];
  readonly diff?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
  readonly out?: string;
  readonly help?: boolean;
}

/** The command line's arguments, each a word of its own: no shell ever sees them. */
export function commandLine(command: CommandName, options: StackCommandOptions, context: ExecutorContext): string[] {
  const { stack, offlineStacks = [], config = [], target = [], diff, yes, json, out, help } = options;
  const engine = options.engine ?? (stack === undefined || offlineStacks.includes(stack) ? "offline" : "pulumi");
  const flags = Object.entries({ diff, yes, json, help }).filter(([, set]) => set);
  return [
    command,
    `--project-dir=${projectDir(context)}`,
    `--engine=${engine}`,
    ...(stack === undefined ? [] : [`--stack=${stack}`]),
    ...listOf(config).map((entry) => `--config=${entry}`),
    ...[...listOf(target), ...carriedTargets(process.env)].map((urn) => `--target=${urn}`),
    ...flags.map(([name]) => `--${name}`),
    // Relative to where the user stands, which Nx may have left.
    ...(out === undefined ? [] : [`--out=${resolve(process.env["INIT_CWD"] ?? context.cwd, out)}`]),
  ];
}

function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === "string" ? [value] : value;
}

function projectDir({ root, projectName, projectsConfigurations }: ExecutorContext): string {
  const project = projectName === undefined ? undefined : projectsConfigurations.projects[projectName];
  if (project === undefined) throw new Error(`the workspace has no project ${projectName}`);
  return join(root, project.root);
}

const PLUGIN_ROOT = resolve(__dirname, "../..");

/** How Node runs the command line from its TypeScript sources. */
function nodeArguments(): string[] {
  return ["--require", join(PLUGIN_ROOT, "source-loader.cjs"), "--conditions=@org/source", join(PLUGIN_ROOT, "src/cli/main.ts")];
}

function environment(root: string): NodeJS.ProcessEnv {
  const { FORCE_COLOR: forced, ...rest } = process.env;
  return {
    // Node 22 and later keep compiled code there, for this process and the program that it starts.
    NODE_COMPILE_CACHE: join(root, "node_modules/.cache/node-compile"),
    ...rest,
    // "true" is not the user's wish: Nx sets it for every task, also when its output goes to a file.
    ...(forced === undefined || forced === "true" ? {} : { FORCE_COLOR: forced }),
  };
}

/**
 * Runs a command in a process of its own that has Nx's terminal, so that its size, its keys and the exit code are real.
 * An exit code above 128 (an interrupt) ends this process with the same code.
 */
export async function runStackCommand(
  command: CommandName,
  options: StackCommandOptions,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const argv = [...nodeArguments(), ...commandLine(command, options, context)];
  const child = spawn(process.execPath, argv, { stdio: "inherit", env: environment(context.root) });
  // The child finishes the operation in flight; ending before it would take its terminal away.
  const outlive = (): void => undefined;
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, outlive);
  const code = await new Promise<number>((done, fail) => {
    child.on("error", fail);
    child.on("exit", (status, signal) => done(status ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
  for (const signal of signals) process.off(signal, outlive);
  if (code > 128) process.exit(code);
  return { success: code === 0 };
}
