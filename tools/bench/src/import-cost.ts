import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * What importing one of our packages costs over importing just the modules of Pulumi that it needs anyway.
 * Each import runs in a process of its own, from the built package.
 */
const workspace = dirname(dirname(dirname(__dirname)));
const RUNS = 5;

/** Imports what is named and prints the milliseconds, then the modules of @pulumi/aws that were loaded, as JSON. */
const IMPORTER = `
const start = process.hrtime.bigint();
for (const name of JSON.parse(process.argv[1])) require(name);
const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
const loaded = Object.keys(require.cache).filter((path) => path.includes("/@pulumi/aws/"));
console.log(JSON.stringify({ milliseconds, loaded }));
`;

interface Import {
  readonly milliseconds: number;
  readonly loaded: readonly string[];
}

function importOnce(folder: string, modules: readonly string[]): Import {
  const output = execFileSync(process.execPath, ["-e", IMPORTER, JSON.stringify(modules)], { cwd: folder, encoding: "utf8" });
  return JSON.parse(output) as Import;
}

function medianImport(folder: string, modules: readonly string[]): Import {
  const runs = Array.from({ length: RUNS }, () => importOnce(folder, modules));
  return runs.sort((a, b) => a.milliseconds - b.milliseconds)[Math.floor(RUNS / 2)] ?? { milliseconds: 0, loaded: [] };
}

function componentPackages(): { readonly name: string; readonly folder: string }[] {
  const packages = join(workspace, "packages");
  return readdirSync(packages)
    .map((entry) => join(packages, entry))
    .filter((folder) => existsSync(join(folder, "package.json")))
    .map((folder) => ({ name: (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { name: string }).name, folder }));
}

console.log(`${"package".padEnd(28)}${"ms".padStart(8)}${"of Pulumi's".padStart(14)}${"ratio".padStart(9)}   aws files`);
for (const { name, folder } of componentPackages()) {
  if (!existsSync(join(folder, "dist", "index.js"))) {
    console.log(`${name.padEnd(28)} is not built: run \`npx nx run-many -t build\` first`);
    continue;
  }
  const whole = medianImport(folder, [folder]);
  const base = medianImport(folder, ["@pulumi/pulumi", ...whole.loaded]);
  console.log(
    name.padEnd(28) +
      whole.milliseconds.toFixed(0).padStart(8) +
      base.milliseconds.toFixed(0).padStart(14) +
      `${(whole.milliseconds / base.milliseconds).toFixed(2)} x`.padStart(9) +
      String(whole.loaded.length).padStart(12),
  );
}
