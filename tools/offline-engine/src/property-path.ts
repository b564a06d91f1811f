import type { PropertyMap, PropertyValue } from "./provider";
import { isMap, isSecret, secretOf } from "./secret-values";

/** One step of a path: a key, an index, or `*` for all of them. */
export type PathSegment = string | number;

/**
 * Takes a property path apart: `tags.Name`, `rules[0].name`, `rules[*]`, `tags["a.b"]`, `*`.
 * @throws Error when a bracket or a quotation is not closed.
 */
export function parsePath(path: string): PathSegment[] {
  const segments: PathSegment[] = [];
  const pattern = /\.?([^.[\]"]+)|\[(\d+|\*)\]|\.?\["((?:[^"\\]|\\.)*)"\]/y;
  while (pattern.lastIndex < path.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(path);
    if (match === null) {
      throw new Error(`\`${path}\` is not a property path: cannot read it from \`${path.slice(at)}\` on`);
    }
    const [, key, index, quoted] = match;
    if (key !== undefined) segments.push(key);
    else if (index !== undefined) segments.push(index === "*" ? "*" : Number(index));
    else segments.push((quoted ?? "").replace(/\\(.)/g, "$1"));
  }
  return segments;
}

/** Whether `path` is `pattern` or lies below it; `*` in the pattern stands for any one segment. */
export function pathContains(pattern: readonly PathSegment[], path: readonly PathSegment[]): boolean {
  if (pattern.length > path.length) return false;
  return pattern.every((segment, index) => segment === "*" || String(segment) === String(path[index]));
}

/**
 * `target` with what `source` has at `path` put in its place (or taken away where `source` has nothing).
 * Looks through secrets; shares what does not change.
 */
export function copyAtPath(target: PropertyMap, source: PropertyMap, path: readonly PathSegment[]): PropertyMap {
  const result = copyValue(target, source, path);
  return isMap(result) ? result : target;
}

function copyValue(
  target: PropertyValue | undefined,
  source: PropertyValue | undefined,
  path: readonly PathSegment[],
): PropertyValue | undefined {
  const [segment, ...rest] = path;
  if (segment === undefined) return source;
  if (isSecret(target) || isSecret(source)) {
    const inner = copyValue(reveal(target), reveal(source), path);
    return inner === undefined ? undefined : secretOf(inner);
  }
  if (Array.isArray(target) && Array.isArray(source)) return copyInList(target, source, segment, rest);
  if (isMap(target) && isMap(source)) return copyInMap(target, source, segment, rest);
  return target;
}

function reveal(value: PropertyValue | undefined): PropertyValue | undefined {
  return isSecret(value) ? value["value"] : value;
}

function copyInList(
  target: PropertyValue[],
  source: PropertyValue[],
  segment: PathSegment,
  rest: readonly PathSegment[],
): PropertyValue {
  if (segment === "*" && rest.length === 0) return source;
  const indices = segment === "*" ? target.map((_, index) => index) : [Number(segment)];
  const result = target.slice();
  for (const index of indices) {
    // An element that only one side has is not "the same element, changed": it stays as the program has it.
    if (index >= result.length || index >= source.length) continue;
    result[index] = copyValue(result[index], source[index], rest) ?? null;
  }
  return result;
}

function copyInMap(
  target: PropertyMap,
  source: PropertyMap,
  segment: PathSegment,
  rest: readonly PathSegment[],
): PropertyValue {
  const keys = segment === "*" ? new Set([...Object.keys(target), ...Object.keys(source)]) : [String(segment)];
  const result = { ...target };
  for (const key of keys) {
    const value = copyValue(target[key], source[key], rest);
    if (value === undefined) delete result[key];
    else result[key] = value;
  }
  return result;
}
