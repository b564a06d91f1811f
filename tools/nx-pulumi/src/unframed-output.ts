import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";
import { taskWords } from "./nx-command";

/** Names the file that stands for stdout between the command line's process and Nx's. */
const VARIABLE = "NX_PULUMI_STDOUT";

/** What of Nx's process is needed to take its lines away from stdout. */
export interface NxProcess {
  readonly stdout: Pick<NodeJS.WriteStream, "write" | "isTTY">;
  readonly stderr: Pick<NodeJS.WriteStream, "write">;
  on(event: "exit", listener: () => void): unknown;
}

/** Whether a command line of Nx asks one of our commands for JSON. */
export function asksForJson(argv: readonly string[]): boolean {
  return (taskWords(argv) ?? []).some((word) => word === "--json" || word === "--json=true");
}

/**
 * Makes stdout one JSON object and nothing else: Nx frames the output of a task with lines of its own, which no option
 * turns off. They go to stderr, and the object comes by way of a file that is written to stdout when Nx ends.
 * Returns what the command line's environment needs for it.
 */
export function unframeOutput(nx: NxProcess, writeOut: (text: string) => void = writeToStdout): Record<string, string> {
  // Nobody parses a terminal, and there Nx hands the task's output on without its stdout.
  if (nx.stdout.isTTY) return {};
  const file = join(mkdtempSync(join(tmpdir(), "nx-pulumi-")), "stdout");
  nx.stdout.write = nx.stderr.write.bind(nx.stderr);
  nx.on("exit", () => {
    if (existsSync(file)) writeOut(readFileSync(file, "utf8"));
    rmSync(dirname(file), { recursive: true, force: true });
  });
  return { [VARIABLE]: file };
}

/** The stdout of the command line: the stream itself, or the file that {@link unframeOutput} has named. */
export function unframedStdout<Stream extends NodeJS.WritableStream>(stdout: Stream, env: NodeJS.ProcessEnv): Stream | Writable {
  const file = env[VARIABLE];
  if (file === undefined) return stdout;
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      appendFileSync(file, chunk);
      done();
    },
  });
}

/** Writes all of it, now: a process that is exiting waits for no stream. */
function writeToStdout(text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      // The reader has seen enough, as `head` does.
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
      // The pipe is full and its reader slow.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
