import { isUnknown } from "@org/offline-engine";
import type { PropertyDiff, PropertyDiffKind, PropertyMap, PropertyValue } from "@org/offline-engine";
import type { Comparison } from "./resource-definition";

/** What two property maps differ in. */
export interface Difference {
  /** Top-level properties that differ. */
  readonly changed: ReadonlySet<string>;
  /** By path. The kinds are without `-replace`: what replaces is not this file's to know. */
  readonly paths: ReadonlyMap<string, { readonly property: string; readonly kind: "add" | "delete" | "update" }>;
}

/** Whether two values are the same. An unknown is never the same as anything. */
export function sameValue(a: PropertyValue | undefined, b: PropertyValue | undefined): boolean {
  if (isUnknown(a) || isUnknown(b)) return false;
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((element, index) => sameValue(element, b[index]));
  }
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]));
}

/** Whether the two mean the same to AWS: a list whose order says nothing, a JSON text whose layout says nothing. */
export function sameMeaning(a: PropertyValue, b: PropertyValue, comparison: Comparison | undefined): boolean {
  if (sameValue(a, b)) return true;
  if (comparison === "json") return typeof a === "string" && typeof b === "string" && sameJson(a, b);
  if (comparison !== "set" || !Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  const left = [...a];
  return b.every((element) => {
    const index = left.findIndex((other) => sameValue(other, element));
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
}

function sameJson(a: string, b: string): boolean {
  try {
    return sameValue(JSON.parse(a) as PropertyValue, JSON.parse(b) as PropertyValue);
  } catch {
    return false;
  }
}

/** Compares the inputs of two deployments, property by property and down to the leaves. */
export function compareInputs(
  olds: PropertyMap,
  news: PropertyMap,
  comparisons: Readonly<Record<string, Comparison>> = {},
): Difference {
  const changed = new Set<string>();
  const paths = new Map<string, { property: string; kind: "add" | "delete" | "update" }>();
  const walk = (property: string, path: string, a: PropertyValue | undefined, b: PropertyValue | undefined): void => {
    if (sameValue(a, b)) return;
    if (Array.isArray(a) && Array.isArray(b)) {
      for (let index = 0; index < Math.max(a.length, b.length); index += 1) walk(property, `${path}[${index}]`, a[index], b[index]);
    } else if (isMap(a) && isMap(b)) {
      for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) walk(property, `${path}${member(key)}`, a[key], b[key]);
    } else {
      paths.set(path, { property, kind: a === undefined ? "add" : b === undefined ? "delete" : "update" });
    }
  };
  for (const property of new Set([...Object.keys(olds), ...Object.keys(news)])) {
    const a = olds[property] ?? undefined;
    const b = news[property] ?? undefined;
    if (a === undefined && b === undefined) continue;
    if (a !== undefined && b !== undefined ? sameMeaning(a, b, comparisons[property]) : false) continue;
    changed.add(property);
    walk(property, property, a, b);
  }
  return { changed, paths };
}

function isMap(value: PropertyValue | undefined): value is PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Pulumi's way to write a member: `tags.Name`, `tags["a.b"]`. */
function member(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `["${key.replaceAll('"', '\\"')}"]`;
}

/** The wire form of a difference. */
export function detailedDiff(
  paths: Difference["paths"],
  replaces: ReadonlySet<string>,
): Record<string, PropertyDiff> {
  const detailed: Record<string, PropertyDiff> = {};
  for (const [path, { property, kind }] of paths) {
    const full: PropertyDiffKind = replaces.has(property) ? `${kind}-replace` : kind;
    detailed[path] = { kind: full, inputDiff: true };
  }
  return detailed;
}
