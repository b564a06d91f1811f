import { execFileSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import { scaleVariants } from "./scale-variants";

/** One run of one variant, in a process of its own: nothing is warm, and its memory is its own. */
interface Measurement {
  readonly milliseconds: number;
  /** Bytes that the process grew by from before the run until after it, garbage collected. */
  readonly growth: number;
}

/** Numbers of resources, and of how many runs a figure is the median. */
const SIZES: readonly { readonly count: number; readonly runs: number }[] = [
  { count: 100, runs: 3 },
  { count: 1_000, runs: 3 },
  { count: 10_000, runs: 1 },
];

async function measure(variant: string, count: number): Promise<Measurement> {
  const run = scaleVariants[variant];
  if (run === undefined) throw new Error(`there is no variant "${variant}"`);
  // The SDK takes a stack trace for every promise; translated to TypeScript lines, they would be most of what is measured.
  Error.stackTraceLimit = 0;
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const start = performance.now();
  await run(count);
  const milliseconds = performance.now() - start;
  globalThis.gc?.();
  return { milliseconds, growth: process.memoryUsage.rss() - before };
}

function measureApart(variant: string, count: number): Measurement {
  const args = [...process.execArgv, "--expose-gc", __filename, "measure", variant, String(count)];
  const output = execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  return JSON.parse(output.trim().split("\n").at(-1) ?? "") as Measurement;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function report(): void {
  const names = Object.keys(scaleVariants);
  const perResource = new Map<string, number>();
  const print = (cells: readonly string[]): void =>
    console.log(cells.map((cell, column) => (column === 0 ? cell.padEnd(34) : cell.padStart(13))).join(""));
  print(["", "resources", "ms", "ms/resource", "over mocks", "to mocks", "KiB/resource"]);
  for (const { count, runs: times } of SIZES) {
    let ofMocks = 0;
    for (const name of names) {
      const runs = Array.from({ length: times }, () => measureApart(name, count));
      const milliseconds = median(runs.map((run) => run.milliseconds));
      const growth = median(runs.map((run) => run.growth));
      if (name === names[0]) ofMocks = milliseconds;
      perResource.set(`${name} ${count}`, milliseconds / count);
      print([
        name,
        String(count),
        milliseconds.toFixed(0),
        (milliseconds / count).toFixed(3),
        ((milliseconds - ofMocks) / count).toFixed(3),
        `${(milliseconds / ofMocks).toFixed(2)} x`,
        (growth / 1024 / count).toFixed(1),
      ]);
    }
  }
  for (const name of names) {
    const [small = 0, large = 0] = [1_000, 10_000].map((count) => perResource.get(`${name} ${count}`));
    console.log(`${name}: a resource takes ${(large / small).toFixed(2)} x as long among 10,000 as among 1,000`);
  }
}

const [command, variant = "", count = ""] = process.argv.slice(2);
if (command === "measure") {
  void measure(variant, Number(count)).then((measurement) => {
    console.log(JSON.stringify(measurement));
    process.exit(0);
  });
} else {
  report();
}
