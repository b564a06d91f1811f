import type { PropertyDiffKind, PropertyMap, PropertyValue, StepEventMetadata } from "@org/offline-engine";
import { presentable, SECRET_TEXT } from "./format-value";
import { elementPath, memberPath, valueAt } from "./property-path";

/** One property that is other than before. */
export interface PropertyChange {
  /** For example `rules[0].name`; inside a JSON document `policy > Statement[0].Effect`. */
  readonly path: string;
  readonly kind: "add" | "delete" | "update";
  /** Fit for display: secrets and unknowns are marked. */
  readonly old?: PropertyValue;
  readonly new?: PropertyValue;
  readonly forcesReplacement: boolean;
}

/** Every property that a step changes, as deep as the values differ, in the order of the comparison. */
export function propertyChanges(metadata: StepEventMetadata): PropertyChange[] {
  const detailed = Object.entries(metadata.detailedDiff ?? {});
  if (detailed.length === 0) return comparedInputs(metadata);
  return detailed.flatMap(([path, { kind, inputDiff }]) => {
    const before = inputDiff
      ? (valueAt(metadata.old?.inputs, path) ?? valueAt(metadata.old?.outputs, path))
      : (valueAt(metadata.old?.outputs, path) ?? valueAt(metadata.old?.inputs, path));
    const after = valueAt(metadata.new?.inputs, path) ?? valueAt(metadata.new?.outputs, path);
    return expand(path, simpleKind(kind), before, after, kind.endsWith("replace"));
  });
}

/** The inputs that a step of no detailed comparison changes: a component, or another provider. */
function comparedInputs(metadata: StepEventMetadata): PropertyChange[] {
  const before = metadata.old?.inputs ?? {};
  const after = metadata.new?.inputs ?? {};
  const keys = metadata.diffs ?? metadata.keys ?? [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => compare(key, before[key], after[key], metadata.keys?.includes(key) ?? false));
}

/** Every property of one side: what is created or deleted. */
export function allProperties(properties: PropertyMap, kind: "add" | "delete"): PropertyChange[] {
  return Object.entries(properties).map(([path, value]) => change(path, kind, value, value, false));
}

function simpleKind(kind: PropertyDiffKind): PropertyChange["kind"] {
  if (kind.startsWith("add")) return "add";
  return kind.startsWith("delete") ? "delete" : "update";
}

/** A difference that the provider names, taken apart as far as both sides have the same shape. */
function expand(
  path: string,
  kind: PropertyChange["kind"],
  before: PropertyValue | undefined,
  after: PropertyValue | undefined,
  forcesReplacement: boolean,
): PropertyChange[] {
  if (kind !== "update") return [change(path, kind, before, after, forcesReplacement)];
  const changes = compare(path, before, after, forcesReplacement);
  // A secret that changes looks the same on both sides, and is a change nevertheless.
  return changes.length > 0 ? changes : [change(path, kind, before, after, forcesReplacement)];
}

function compare(
  path: string,
  before: PropertyValue | undefined,
  after: PropertyValue | undefined,
  forcesReplacement: boolean,
): PropertyChange[] {
  const recurse = (inner: string, old: PropertyValue | undefined, now: PropertyValue | undefined): PropertyChange[] =>
    compare(inner, old, now, forcesReplacement);
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) {
    return longer(before, after).flatMap((_, index) => recurse(elementPath(path, index), before[index], after[index]));
  }
  if (isMap(before) && isMap(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const changes = keys.flatMap((key) => recurse(memberPath(path, key), before[key], after[key]));
    if (changes.length > 0) return changes;
  }
  const documents = [jsonDocument(before), jsonDocument(after)];
  if (documents[0] !== undefined && documents[1] !== undefined) {
    const changes = recurse("", documents[0], documents[1]);
    if (changes.length > 0) return changes.map((inner) => ({ ...inner, path: `${path} > ${inner.path}` }));
  }
  const kind = before === undefined ? "add" : after === undefined ? "delete" : "update";
  return [change(path, kind, before, after, forcesReplacement)];
}

function change(
  path: string,
  kind: PropertyChange["kind"],
  before: PropertyValue | undefined,
  after: PropertyValue | undefined,
  forcesReplacement: boolean,
): PropertyChange {
  return {
    path,
    kind,
    ...(kind === "add" || before === undefined ? {} : { old: presentable(before) }),
    ...(kind === "delete" || after === undefined ? {} : { new: presentable(after) }),
    forcesReplacement,
  };
}

function longer(a: PropertyValue[], b: PropertyValue[]): PropertyValue[] {
  return a.length >= b.length ? a : b;
}

function isMap(value: PropertyValue | undefined): value is PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A policy document and the like: shown by what differs in it, not as two long strings. */
function jsonDocument(value: PropertyValue | undefined): PropertyMap | undefined {
  if (typeof value !== "string" || value === SECRET_TEXT || !/^\s*\{/.test(value)) return undefined;
  try {
    const document: PropertyMap = JSON.parse(value);
    return document;
  } catch {
    return undefined;
  }
}
