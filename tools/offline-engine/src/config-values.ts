import { UserError } from "./engine";
import { plainValue, type YamlField } from "./yaml-file";

/** One setting, its secrets still encrypted. */
export interface ConfigEntry {
  /** `namespace:key` */
  readonly key: string;
  /** `<path>:<line>` */
  readonly place: string;
  /** Plain JSON, with `{ secure: <ciphertext> }` in it. */
  readonly value: unknown;
}

/**
 * `key` means `<project>:key`; `namespace:config:key` is how Pulumi once wrote `namespace:key`.
 * @throws UserError when it is none of these.
 */
export function qualifiedKey({ key, place }: Pick<YamlField, "key" | "place">, project: string): string {
  const parts = key.split(":");
  const [first = "", second = "", third = ""] = parts;
  if (parts.every((part) => part !== "")) {
    if (parts.length === 1) return `${project}:${first}`;
    if (parts.length === 2) return `${first}:${second}`;
    if (parts.length === 3 && second === "config") return `${first}:${third}`;
  }
  throw new UserError(`${place}: \`${key}\` is not a config key: write \`key\` or \`namespace:key\``);
}

/** The entries of a `config:` section. @throws UserError at a malformed or repeated key */
export function configEntries(fields: readonly YamlField[], project: string): ConfigEntry[] {
  const places = new Map<string, string>();
  return fields.map((field) => {
    const key = qualifiedKey(field, project);
    const other = places.get(key);
    if (other !== undefined) throw new UserError(`${field.place}: \`${key}\` is set twice: it also is at ${other}`);
    places.set(key, field.place);
    return { key, place: field.place, value: plainValue(field.value) };
  });
}

/**
 * The entries of a project file's `config:` section, as defaults for every stack: a value, or a declaration with
 * `value` or `default`.
 */
export function projectConfigEntries(
  fields: readonly YamlField[],
  project: string,
): { readonly defaults: readonly ConfigEntry[]; readonly required: readonly ConfigEntry[] } {
  const entries = configEntries(fields, project);
  const defaults: ConfigEntry[] = [];
  const required: ConfigEntry[] = [];
  for (const entry of entries) {
    const declaration = entry.value;
    if (!isDeclaration(declaration)) {
      defaults.push(entry);
      continue;
    }
    const value = declaration["value"] ?? declaration["default"];
    if (value === undefined) required.push(entry);
    else defaults.push({ ...entry, value });
  }
  return { defaults, required };
}

function isDeclaration(value: unknown): value is Record<string, unknown> {
  return isPlainObject(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => declarationKeys.has(key));
}

const declarationKeys = new Set(["type", "default", "value", "description", "items", "secret"]);

/** Whether decrypting the value needs the key. */
export function hasSecret(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return ciphertextOf(value) !== undefined || Object.values(value).some(hasSecret);
}

/** The text that a program reads: Pulumi's config knows only texts, and everything else is JSON in one. */
export function configText(value: unknown, decrypt: (ciphertext: string) => string): string {
  const plain = decrypted(value, decrypt);
  if (plain === null) return "";
  return typeof plain === "object" ? JSON.stringify(plain) : String(plain);
}

function decrypted(value: unknown, decrypt: (ciphertext: string) => string): unknown {
  if (typeof value !== "object" || value === null) return value;
  const ciphertext = ciphertextOf(value);
  if (ciphertext !== undefined) return decrypt(ciphertext);
  if (Array.isArray(value)) return value.map((element: unknown) => decrypted(element, decrypt));
  return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, decrypted(element, decrypt)]));
}

/** Pulumi writes a secret as a map with `secure` as its only key. */
function ciphertextOf(value: object): string | undefined {
  if (!isPlainObject(value) || Object.keys(value).length !== 1) return undefined;
  const { secure } = value;
  return typeof secure === "string" ? secure : undefined;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
