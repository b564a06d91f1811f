import { transformFileSync } from "@swc/core";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

const workspace = join(__dirname, "../../..");
const modules = join(workspace, "node_modules");

/** A copy of the workspace in which this package, and what it needs of the workspace, is built and has no sources. */
export interface BuiltCopy {
  /** Of the policy pack. */
  readonly folder: string;
  remove(): void;
}

export function builtCopy(): BuiltCopy {
  const root = mkdtempSync(join(tmpdir(), "org-policy-pack-"));
  mkdirSync(join(root, "node_modules/@org"), { recursive: true });
  for (const entry of readdirSync(modules)) {
    if (!entry.startsWith(".") && entry !== "@org") symlinkSync(join(modules, entry), join(root, "node_modules", entry), "junction");
  }
  cpSync(join(workspace, "tsconfig.base.json"), join(root, "tsconfig.base.json"));
  for (const name of neededPackages("@org/policy-pack")) {
    const source = realpathSync(join(modules, name));
    const target = join(root, relative(workspace, source));
    build(source, target);
    symlinkSync(target, join(root, "node_modules", name), "junction");
  }
  return { folder: join(root, "tools/policy-pack"), remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** The package and all of the workspace that it depends on. */
function neededPackages(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  const { dependencies = {} } = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));
  for (const dependency of Object.keys(dependencies)) {
    if (dependency.startsWith("@org/")) neededPackages(dependency, found);
  }
  return found;
}

function build(source: string, target: string): void {
  const sources = join(source, "src");
  for (const file of readdirSync(sources, { recursive: true, encoding: "utf8" })) {
    if (!/\.ts$/.test(file) || /\.(test|fixture|d)\.ts$/.test(file)) continue;
    const { code } = transformFileSync(join(sources, file), {
      swcrc: false,
      module: { type: "commonjs" },
      jsc: { target: "es2022", parser: { syntax: "typescript" }, keepClassNames: true },
    });
    const built = join(target, "dist", file.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(built), { recursive: true });
    writeFileSync(built, code);
  }
  for (const file of readdirSync(source)) {
    if (/\.(json|yaml)$/.test(file)) cpSync(join(source, file), join(target, file));
  }
}
