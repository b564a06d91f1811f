import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { UserError, type Engine, type EngineEvent, type RunResult, type RunSummary } from "@org/offline-engine";
import { COMMANDS, type CommandName } from "../commands";
import { JsonCollector } from "../printer/json";
import { outputLines, visibleOutputs } from "../printer/outputs";
import { paletteOf, wantsColour } from "../printer/palette";
import { PlainPrinter } from "../printer/plain";
import type { Printer } from "../printer/printer";
import { TreePrinter } from "../printer/tree";
import { confirm } from "./confirm";
import { watchInterrupts, type InterruptSources } from "./interrupts";
import type { Invocation } from "./parse-arguments";

/** A stream that output goes to. */
export type Output = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
};

/** The world around a command; a test brings its own. */
export interface Surroundings extends InterruptSources {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: NodeJS.ProcessEnv;
  /** A clock in milliseconds. */
  readonly now: () => number;
  /** Ends the process at once. */
  readonly exit: (code: number) => void;
  readonly openEngine: (invocation: Invocation, warn: (message: string) => void) => Engine;
}

const EXIT_CODES: Readonly<Record<RunResult, number>> = { succeeded: 0, failed: 1, cancelled: 130 };

type Run = Exclude<CommandName, "outputs">;

/** Does what the command line asks for and returns the exit code. Throws UserError for what the user can set right. */
export async function runCommand(invocation: Invocation, surroundings: Surroundings): Promise<number> {
  if (invocation.engine === "pulumi") {
    throw new UserError(
      `stack ${invocation.stack} needs the real Pulumi engine, which a later version of this plugin brings: ` +
        "use an offline stack such as -c local, which deploys to a simulated AWS on this machine",
    );
  }
  const { command } = invocation;
  return command === "outputs"
    ? showOutputs(invocation, surroundings)
    : runEngine(command, invocation, surroundings);
}

async function showOutputs(invocation: Invocation, surroundings: Surroundings): Promise<number> {
  const { stdout, stderr, env, openEngine } = surroundings;
  const outputs = await openEngine(invocation, (message) => stderr.write(`warning: ${message}\n`)).outputs();
  writeJson(visibleOutputs(outputs), invocation, stdout);
  if (invocation.json) return 0;
  const lines = outputLines(outputs, paletteOf(wantsColour(stdout, env)));
  stdout.write(lines.length === 0 ? `Stack ${invocation.stack} has no outputs.\n` : `${lines.join("\n")}\n`);
  return 0;
}

async function runEngine(command: Run, invocation: Invocation, surroundings: Surroundings): Promise<number> {
  const { stdin, stdout, stderr } = surroundings;
  const screen = invocation.json ? stderr : stdout;
  if (command === "destroy" && !invocation.yes && stdin.isTTY && screen.isTTY) {
    const question = `Destroy every resource of stack ${invocation.stack} in the simulated AWS?`;
    if (!(await confirm(question, stdin, screen))) {
      screen.write("Nothing is destroyed.\n");
      return 1;
    }
  }
  screen.write(`${COMMANDS[command].announcement} stack ${invocation.stack} (offline, simulated AWS)\n\n`);
  const collector = new JsonCollector(surroundings.now);
  const printer = choosePrinter(invocation, screen, surroundings);
  const onEvent = (event: EngineEvent): void => {
    collector.event(event);
    printer.event(event);
  };
  const warn = (message: string): void => printer.note(`warning: ${message}`);
  const summary = await interruptibly(printer, surroundings, (signal) => {
    const { targets, config } = invocation;
    return surroundings.openEngine(invocation, warn)[command]({ onEvent, signal, config, ...(targets.length === 0 ? {} : { targets }) });
  });
  printer.finish(summary);
  writeJson(collector.report(command, invocation.stack, summary), invocation, stdout);
  return EXIT_CODES[summary.result];
}

/** Runs with Ctrl-C being heard; takes down what the printer shows live when the run throws. */
async function interruptibly(
  printer: Printer,
  surroundings: Surroundings,
  run: (signal: AbortSignal) => Promise<RunSummary>,
): Promise<RunSummary> {
  const interrupts = watchInterrupts(surroundings, {
    onFirst: () => printer.note("Interrupted: finishing the operation in flight. Ctrl-C again stops at once."),
    onSecond: () => {
      printer.abandon();
      printer.note("Stopped at once. What was done is saved, and the next run carries on.");
      interrupts.release();
      surroundings.exit(130);
    },
  });
  try {
    return await run(interrupts.signal);
  } catch (error) {
    printer.abandon();
    throw error;
  } finally {
    interrupts.release();
  }
}

/** A live tree where someone watches, plain lines everywhere else. */
function choosePrinter(invocation: Invocation, screen: Output, { env, now }: Surroundings): Printer {
  const options = { command: invocation.command, diff: invocation.diff };
  const palette = paletteOf(wantsColour(screen, env));
  const watched = screen.isTTY === true && env["TERM"] !== "dumb" && !isSet(env["CI"]);
  if (watched) return new TreePrinter({ options, palette, terminal: screen, now });
  return new PlainPrinter({ options, palette, write: (text) => screen.write(text), now });
}

function isSet(variable: string | undefined): boolean {
  return variable !== undefined && variable !== "" && variable !== "false" && variable !== "0";
}

function writeJson(value: unknown, { json, out }: Invocation, stdout: Output): void {
  const text = `${JSON.stringify(value, undefined, 2)}\n`;
  if (json) stdout.write(text);
  if (out === undefined) return;
  try {
    writeFileSync(resolve(out), text);
  } catch (error) {
    throw new UserError(`--out ${out} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
