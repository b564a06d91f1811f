import * as ts from "typescript";
import type { ComponentArguments } from "./component-arguments";
import { type DocComment, docComment } from "./doc-comment";
import { isDocumented, longLiterals, typeText } from "./type-text";
import type { Member, WrittenType, WrittenTypes } from "./written-type";

/** A row of a table of arguments. */
export interface ArgumentRow {
  /** The path of an argument, `healthCheck.path`. */
  readonly name: string;
  readonly type: string;
  /** Undefined in a row that names one of several kinds, and tells no argument. */
  readonly required: boolean | undefined;
  readonly defaultText: string;
  readonly text: string;
  readonly link: string | undefined;
}

/** The rows of a README: what one of its tables has told, a later one refers to. */
export class ArgumentRows {
  readonly #types: WrittenTypes;
  /** By type, the argument whose rows tell its members. */
  readonly #told = new Map<string, Told>();

  constructor({ types }: ComponentArguments) {
    this.#types = types;
  }

  of(component: string, type: WrittenType): ArgumentRow[] {
    const kinds = this.#types.objects(type);
    // An argument tells its members itself, not by what another one happens to hold before it.
    for (const member of kinds.flatMap((kind) => this.#types.members(kind))) this.#tell(component, member.name, member);
    return this.#rows(component, "", kinds);
  }

  /** What all kinds have in common, then each kind with what it has besides. */
  #rows(component: string, path: string, kinds: readonly WrittenType[][]): ArgumentRow[] {
    const rowsOf = (members: readonly Member[]) => members.flatMap((member) => this.#memberRows(component, path, member));
    const members = kinds.map((kind) => this.#types.members(kind));
    if (kinds.length === 1) return rowsOf(members[0]);
    const isCommon = ({ declaration }: Member) => members.every((all) => all.some((member) => member.declaration === declaration));
    const own = members.map((all) => all.filter((member) => !isCommon(member)));
    const ownParts = kinds.map((kind) => kind.filter(({ node }) => !kinds.every((other) => other.some((part) => part.node === node))));
    const rows = own.flatMap((all, index) => [
      kindRow(path, this.#label(all, own), ownParts[index].map(({ node }) => docComment(node)).find(({ text }) => text !== "")),
      ...rowsOf(all.filter((member) => !isTag(member) || !saysNothing(docComment(member.declaration)))),
    ]);
    return [...rowsOf(members[0].filter(isCommon)), ...rows];
  }

  #memberRows(component: string, parent: string, member: Member): ArgumentRow[] {
    const { name, optional, type, declaration } = member;
    const path = parent === "" ? name : `${parent}.${name}`;
    const { text, defaultText = "", link } = docComment(declaration);
    const held = this.#types.held(type, path);
    const objects = this.#types.objects(held.type);
    const ofType = this.#types.declarationOf(type) ?? (objects.length === 1 ? objects[0][0].node : undefined);
    const typeSays = ofType && docComment(ofType);
    const shown = typeText(this.#types, type);
    const row = { name: path, type: shown, required: !optional, defaultText, text: text || (typeSays?.text ?? ""), link: link ?? typeSays?.link };
    const literals = longLiterals(this.#types, held.type);
    if (literals.length > 0) return [withMore(row, `Values: ${literals.map((literal) => `\`${literal}\``).join(", ")}.`)];
    const told = this.#tell(component, path, member);
    if (told === undefined) return [row];
    if (told.component === component && told.path === path) {
      return told.declaration === declaration ? [row, ...this.#rows(component, held.path, objects)] : [row];
    }
    return [withMore(row, `As \`${told.path}\`${told.component === component ? "" : ` of \`${told.component}\``}.`)];
  }

  /** Which argument tells the members of an argument's type, this one if none does; undefined when there is nothing to tell. */
  #tell(component: string, path: string, { type, declaration }: Member): Told | undefined {
    const objects = this.#types.objects(this.#types.held(type).type);
    if (!isDocumented(this.#types, objects)) return undefined;
    const key = objects.map(([{ node }]) => `${node.getSourceFile().fileName}:${node.pos}`).join();
    const told = this.#told.get(key) ?? { component, path, declaration };
    this.#told.set(key, told);
    return told;
  }

  /** The tags that tell a kind from the others; where they do not, its required members as well. */
  #label(members: readonly Member[], all: readonly Member[][]): string {
    const tagsOf = (kind: readonly Member[]) => kind.filter(isTag).map(({ name, optional, type }) => `${name}${optional ? "?" : ""}: ${typeText(this.#types, type)}`);
    const isUnique = all.filter((kind) => tagsOf(members).every((tag) => tagsOf(kind).includes(tag))).length === 1;
    const chosen = members.filter((member) => isTag(member) || (!isUnique && !member.optional));
    const shown = chosen.map((member) => (isTag(member) ? tagsOf([member])[0] : member.name));
    return `{ ${shown.join(", ")} }`;
  }
}

interface Told {
  readonly component: string;
  readonly path: string;
  readonly declaration: ts.PropertySignature;
}

function withMore(row: ArgumentRow, more: string): ArgumentRow {
  return { ...row, text: [row.text, more].join(" ").trim() };
}

function kindRow(name: string, type: string, comment: DocComment | undefined): ArgumentRow {
  return { name, type, required: undefined, defaultText: "", text: comment?.text ?? "", link: comment?.link };
}

/** Whether only one value is possible: `kind: "bucket"`. */
function isTag({ type: { node } }: Member): boolean {
  return ts.isLiteralTypeNode(node);
}

function saysNothing({ text, defaultText }: DocComment): boolean {
  return text === "" && defaultText === undefined;
}
