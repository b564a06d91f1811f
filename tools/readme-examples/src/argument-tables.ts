import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { type ArgumentRow, ArgumentRows } from "./argument-rows";
import { componentArguments } from "./component-arguments";

const marked = /<!-- arguments: (\w+) -->[^]*?<!-- \/arguments -->/g;

/** A README with its tables of arguments as the sources have them. */
export interface TabledReadme {
  readonly text: string;
  /** Arguments of exported classes that have no table in it. */
  readonly untabled: readonly string[];
}

/**
 * The README of a package, its tables of arguments written anew: each stands between `<!-- arguments: NetworkArgs -->`
 * and `<!-- /arguments -->`.
 * @throws Error when a table is of something else than the arguments of an exported class
 */
export function withArgumentTables(readme: string): TabledReadme {
  const components = componentArguments(dirname(readme));
  const rows = new ArgumentRows(components);
  const untabled = new Set(components.byName.keys());
  const text = readFileSync(readme, "utf8").replace(marked, (_, name: string) => {
    const type = components.byName.get(name);
    if (type === undefined) throw new Error(`${readme} has a table of ${name}, which is not the arguments of an exported class`);
    untabled.delete(name);
    return [`<!-- arguments: ${name} -->`, ...tableOf(rows.of(componentOf(name), type)), "<!-- /arguments -->"].join("\n");
  });
  return { text, untabled: [...untabled] };
}

/** Every argument of a package's components by its path, as the tables tell it: `healthCheck.path`. */
export function tabledArguments(readme: string): string[] {
  return [...new Set(toldArguments(readme).map(({ name }) => name))];
}

/** The arguments of a package's components of which the sources say nothing but the type. */
export function undescribedArguments(readme: string): string[] {
  return toldArguments(readme)
    .filter(({ text }) => text === "")
    .map(({ name }) => name);
}

function toldArguments(readme: string): ArgumentRow[] {
  const components = componentArguments(dirname(readme));
  const rows = new ArgumentRows(components);
  const told = [...components.byName].flatMap(([name, type]) => rows.of(componentOf(name), type));
  return told.filter(({ required }) => required !== undefined);
}

function componentOf(name: string): string {
  return name.replace(/Args$/, "");
}

function tableOf(rows: readonly ArgumentRow[]): string[] {
  return ["", "| argument | type | default | |", "|---|---|---|---|", ...rows.map(lineOf), ""];
}

function lineOf({ name, type, required, defaultText, text, link }: ArgumentRow): string {
  const code = name === "" ? "" : `\`${name}\``;
  // Arguments stand out from what they consist of.
  const shown = required === undefined || /[.[]/.test(name) ? code : `**${code}**`;
  const more = link === undefined ? "" : ` [More](${link})`;
  const cells = [shown, `\`${type}\``, required === true ? "required" : withCode(defaultText), `${text}${more}`.trim()];
  return `| ${cells.map(escaped).join(" | ")} |`.replace(/ {2,}\|/g, " |");
}

/** Values as code, but for numbers, which read well as they are. */
function withCode(text: string): string {
  const values = /"[^"]*"|\[[^\]]*\]|\b(?:true|false)\b|\b[\w.]+\(\)/g;
  return outsideCode(text, (part) => part.replace(values, "`$&`"));
}

/** `|` would end the cell and `<` begin a tag; in code only the first matters. */
function escaped(cell: string): string {
  return outsideCode(cell, (part) => part.replace(/</g, "&lt;")).replace(/\|/g, "\\|");
}

function outsideCode(text: string, change: (part: string) => string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join("");
}
