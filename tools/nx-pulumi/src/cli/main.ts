import { UserError } from "@org/offline-engine";
import { paletteOf, wantsColour } from "../printer/palette";
import { unframedStdout } from "../unframed-output";
import { openEngine } from "./open-engine";
import { parseArguments } from "./parse-arguments";
import { runCommand, type Output } from "./run-command";
import { usage } from "./usage";

const json = process.argv.includes("--json");
const stdout: Output = json ? unframedStdout(process.stdout, process.env) : process.stdout;

async function main(argv: readonly string[]): Promise<number> {
  const invocation = parseArguments(argv);
  if (invocation.help) {
    process.stdout.write(usage(invocation.command));
    return 0;
  }
  return runCommand(invocation, {
    stdin: process.stdin,
    stdout,
    stderr: process.stderr,
    signals: process,
    keys: process.stdin,
    env: process.env,
    now: () => performance.now(),
    exit: (code) => process.exit(code),
    openEngine,
  });
}

/** A user's mistake is told in its own words, one line for each; anything else is a defect of ours and keeps its trace. */
function explain(error: unknown): string {
  const { red } = paletteOf(wantsColour(process.stderr, process.env));
  if (!(error instanceof UserError)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  return error.message
    .split("\n")
    .map((line) => `${red("error:")} ${line}`)
    .join("\n");
}

function exit(code: number): void {
  // Pipes may be written to in the background: wait until both are through.
  process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
}

// A terminal that is closed while the run goes on must not end it before its state is saved.
process.stdout.on("error", () => undefined);
process.stderr.on("error", () => undefined);

main(process.argv.slice(2)).then(exit, (error: unknown) => {
  if (json) stdout.write(`${JSON.stringify({ result: "failed", error: reason(error) })}\n`);
  process.stderr.write(`${explain(error)}\n`);
  exit(1);
});

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
