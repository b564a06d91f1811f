import { readFileSync } from "node:fs";
import * as ts from "typescript";

/** An argument of a component, as its sources have it. */
export interface DeclaredArgument {
  readonly name: string;
  /** Its type without `readonly`, on one line. */
  readonly type: string;
  /** The text of `@default`; empty when there is none. */
  readonly defaultText: string;
  /** What its comment says besides, on one line. */
  readonly description: string;
}

/**
 * The members of an interface in a source file, in order, without what it extends.
 * @throws Error when the file has no such interface
 */
export function declaredArguments(file: string, interfaceName: string): DeclaredArgument[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  const declaration = source.statements.filter(ts.isInterfaceDeclaration).find(({ name }) => name.text === interfaceName);
  if (declaration === undefined) throw new Error(`${file} has no interface ${interfaceName}`);
  return declaration.members.filter(ts.isPropertySignature).map((member) => {
    const comment = ts.getJSDocCommentsAndTags(member).find(ts.isJSDoc);
    const tag = ts.getJSDocTags(member).find(({ tagName }) => tagName.text === "default");
    const type = oneLine((member.type?.getText() ?? "").replace(/readonly /g, ""));
    return { name: member.name.getText(), type, defaultText: textOf(tag?.comment), description: textOf(comment?.comment) };
  });
}

/**
 * Names in the first columns of the tables under the heading of a component (level 3), as often as they stand there. A
 * row whose first cell ends in a component's name in parentheses is that one's; rows `a.b`, `a.c` together tell `a`.
 * @throws Error when there is no table of arguments
 */
export function tabledArguments(readme: string, component: string): string[] {
  const sections = readFileSync(readme, "utf8").split(/^(?=##)/m);
  const section = sections.find((text) => text.startsWith("### ") && text.split("\n")[0].includes(`\`${component}\``)) ?? "";
  if (!/^\| argument \|/m.test(section)) throw new Error(`${readme} has no table of arguments under ### \`${component}\``);
  const rows = section.replace(/^\|.*\n(?=\|-)/gm, "").matchAll(/^\| (`.*?) \|/gm);
  const names = [...rows].flatMap(([, cell]) => {
    const owner = /\(`(\w+)`\)$/.exec(cell)?.[1] ?? component;
    return owner === component ? [...cell.replace(/\(.*\)$/, "").matchAll(/`(\w+(?:\.\w+)*)`/g)].map(([, name]) => name) : [];
  });
  const parents = names.filter((name) => name.includes(".")).map((name) => name.split(".")[0]);
  return [...names.filter((name) => !name.includes(".")), ...new Set(parents)];
}

function textOf(comment: ts.JSDoc["comment"]): string {
  return oneLine(ts.getTextOfJSDocComment(comment) ?? "");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
