import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { tabledArguments } from "./argument-tables";

/**
 * The arguments of a package that no test of it ever gives, by the names in its README. Whether a test gives one is told by
 * the name alone: `{ path: ... }`, `{ path }` or `"path"`.
 */
export function untestedArguments(readme: string): string[] {
  const folder = join(dirname(readme), "src");
  const tests = readdirSync(folder).filter((file) => /\.(test|fixture)\.ts$/.test(file));
  const code = tests.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
  const given = new Set(code.match(/(?<![\w.])\w+(?=\s*[:,}"])/g));
  return tabledArguments(readme).filter((argument) => !given.has(argument.replace(/^.*\W/, "")));
}
