import { readFileSync } from "node:fs";
import { isMap, isScalar, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import { UserError } from "./engine";

/** One `key: value` of a YAML map. */
export interface YamlField {
  readonly key: string;
  /** Null when nothing stands behind the colon. */
  readonly value: Node | null;
  /** `<path>:<line>` of the key. */
  readonly place: string;
}

/** A YAML file that is a map, with the lines its parts stand in. */
export class YamlFile {
  readonly path: string;
  readonly #root: YAMLMap | undefined;
  readonly #lines: LineCounter;

  private constructor(path: string, root: YAMLMap | undefined, lines: LineCounter) {
    this.path = path;
    this.#root = root;
    this.#lines = lines;
  }

  /** @throws UserError naming file and line when it is not YAML, or not a map. An empty file is an empty map. */
  static read(path: string): YamlFile {
    const lines = new LineCounter();
    const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines, prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) {
      throw new UserError(`${path}:${lines.linePos(error.pos[0]).line}: not valid YAML: ${error.message}`);
    }
    const { contents } = document;
    if (contents !== null && !isMap(contents) && !(isScalar(contents) && contents.value === null)) {
      throw new UserError(`${path}:1: expected a map of settings`);
    }
    return new YamlFile(path, isMap(contents) ? contents : undefined, lines);
  }

  field(name: string): YamlField | undefined {
    return this.#fields(this.#root).find(({ key }) => key === name);
  }

  /** The fields of a map; none when it is absent or empty. @throws UserError when it is something else */
  map(name: string): YamlField[] {
    const field = this.field(name);
    if (field === undefined || plainValue(field.value) === null) return [];
    if (isMap(field.value)) return this.#fields(field.value);
    throw new UserError(`${field.place}: \`${name}\` must be a map, got ${JSON.stringify(plainValue(field.value))}`);
  }

  /** @throws UserError when it is there and not a text. */
  text(name: string): string | undefined {
    const field = this.field(name);
    if (field === undefined) return undefined;
    const value = plainValue(field.value);
    if (typeof value === "string") return value;
    throw new UserError(`${field.place}: \`${name}\` must be a text, got ${JSON.stringify(value)}`);
  }

  #fields(map: YAMLMap | undefined): YamlField[] {
    return (map?.items ?? []).map(({ key, value }) => ({
      key: String(isScalar(key) ? key.value : key),
      value: (value ?? null) as Node | null,
      place: this.#placeOf(key as Node),
    }));
  }

  #placeOf(node: Node): string {
    return `${this.path}:${this.#lines.linePos(node.range?.[0] ?? 0).line}`;
  }
}

/** The value as plain JSON. */
export function plainValue(node: Node | null): unknown {
  // `toJSON` of a node of its own needs no document; anchors and aliases are not part of Pulumi's config.
  return node === null ? null : (node.toJSON() as unknown);
}
