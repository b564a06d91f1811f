import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { SimulatedAws } from "@org/aws-simulator";
import { createOfflineEngine, deploy, type Provider } from "@org/offline-engine";
import * as pulumi from "@pulumi/pulumi";
import { transformFileSync } from "@swc/core";
import { syntheticProgram } from "./synthetic-program";
import { trivialProvider } from "./trivial-provider";

/** Runs a program of that many resources once. */
export type ScaleVariant = (count: number) => Promise<void>;

const BENCH_TYPE = "bench:index:Thing";
/** A type that the simulator has no table for: it echoes the inputs. */
const UNKNOWN_AWS_TYPE = "aws:bench/thing:Thing";

/** The first is what the others are compared with. */
export const scaleVariants: Readonly<Record<string, ScaleVariant>> = {
  "Pulumi's own mocks": underMocks,
  "engine in process": (count) => inProcess(BENCH_TYPE, trivialProvider(), count),
  "engine and simulator in process": (count) => inProcess(UNKNOWN_AWS_TYPE, new SimulatedAws(), count),
  "engine over gRPC, state on disk": onDisk,
};

async function underMocks(count: number): Promise<void> {
  await pulumi.runtime.setMocks({
    newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs as Record<string, unknown> }),
    call: () => ({}),
  });
  const urns = syntheticProgram(BENCH_TYPE, count);
  const made = await new Promise<string[]>((resolve) => urns.apply(resolve));
  expectCount(made.length, count);
}

async function inProcess(type: string, provider: Provider, count: number): Promise<void> {
  const run = await deploy({
    providers: [provider],
    program: () => {
      syntheticProgram(type, count);
    },
  });
  expectCount(run.resourcesOf(type).length, count);
}

/** As `nx run stack:up` does it: the program in a process of its own, every step recorded. */
async function onDisk(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bench-scale-"));
  try {
    writeProgram(folder, count);
    const engine = createOfflineEngine({
      projectDir: folder,
      stack: "bench",
      root: folder,
      passphrase: "",
      providers: () => [trivialProvider()],
    });
    const { resourceChanges } = await engine.up();
    // The stack itself and the components count as well.
    expectCount((resourceChanges.create ?? 0) - 1 - Math.ceil(count / 50), count);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeProgram(folder: string, count: number): void {
  const modules = dirname(dirname(dirname(require.resolve("@pulumi/pulumi/package.json"))));
  symlinkSync(modules, join(folder, "node_modules"), "dir");
  writeFileSync(
    join(folder, "Pulumi.yaml"),
    "name: bench\nruntime:\n  name: nodejs\n  options:\n    typescript: false\nmain: index.js\n",
  );
  const { code } = transformFileSync(join(__dirname, "synthetic-program.ts"), {
    swcrc: false,
    module: { type: "commonjs" },
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
  });
  writeFileSync(join(folder, "synthetic-program.js"), code);
  writeFileSync(
    join(folder, "index.js"),
    // As in the measuring process: the SDK's stack traces are not what is measured.
    `Error.stackTraceLimit = 0;\nrequire("./synthetic-program").syntheticProgram(${JSON.stringify(BENCH_TYPE)}, ${count});\n`,
  );
}

function expectCount(found: number, count: number): void {
  if (found !== count) throw new Error(`expected ${count} resources, found ${found}`);
}
