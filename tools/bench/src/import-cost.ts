import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * What importing one of our packages costs over importing just the modules of Pulumi that it needs anyway, in time and in
 * memory. Each import runs in a process of its own, from the built package; the two are timed in turns, so that a busy
 * moment of the machine meets both.
 */
const workspace = dirname(dirname(dirname(__dirname)));
const RUNS = 9;

/** Imports what is named and prints the milliseconds, the bytes it keeps, and the modules of @pulumi/aws it loaded. */
const IMPORTER = `
gc();
const before = process.memoryUsage().heapUsed;
const start = process.hrtime.bigint();
for (const name of JSON.parse(process.argv[1])) require(name);
const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
gc();
const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
const loaded = Object.keys(require.cache).filter((path) => path.includes("/@pulumi/aws/"));
console.log(JSON.stringify({ milliseconds, megabytes, loaded }));
`;

interface Import {
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly loaded: readonly string[];
}

function importOnce(folder: string, modules: readonly string[]): Import {
  const args = ["--expose-gc", "-e", IMPORTER, JSON.stringify(modules)];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" })) as Import;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** The package, and what it stands on, in turns. */
function timeImports(folder: string) {
  const { loaded } = importOnce(folder, [folder]);
  const pairs = Array.from({ length: RUNS }, () => ({
    whole: importOnce(folder, [folder]),
    base: importOnce(folder, ["@pulumi/pulumi", ...loaded]),
  }));
  const of = (which: "whole" | "base", unit: "milliseconds" | "megabytes") => median(pairs.map((pair) => pair[which][unit]));
  return {
    milliseconds: of("whole", "milliseconds"),
    base: of("base", "milliseconds"),
    moreMilliseconds: median(pairs.map(({ whole, base }) => whole.milliseconds - base.milliseconds)),
    moreMegabytes: of("whole", "megabytes") - of("base", "megabytes"),
    modules: loaded.length,
  };
}

function componentPackages(): { readonly name: string; readonly folder: string }[] {
  const packages = join(workspace, "packages");
  return readdirSync(packages)
    .map((entry) => join(packages, entry))
    .filter((folder) => existsSync(join(folder, "package.json")))
    .map((folder) => ({ name: (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { name: string }).name, folder }));
}

const columns = ["ms", "of Pulumi's", "ratio", "ms more", "MB more", "aws files"];
const row = (name: string, cells: readonly string[]) => console.log(name.padEnd(26) + cells.map((cell) => cell.padStart(12)).join(""));

row("package", columns);
for (const { name, folder } of componentPackages()) {
  if (!existsSync(join(folder, "dist", "index.js"))) {
    console.log(`${name.padEnd(26)} is not built: run \`npx nx run-many -t build\` first`);
    continue;
  }
  const cost = timeImports(folder);
  row(name, [
    cost.milliseconds.toFixed(0),
    cost.base.toFixed(0),
    `${(1 + cost.moreMilliseconds / cost.base).toFixed(2)} x`,
    cost.moreMilliseconds.toFixed(0),
    cost.moreMegabytes.toFixed(1),
    String(cost.modules),
  ]);
}
