import type { PropertyMap, PropertyValue } from "@org/offline-engine";

type Segment = string | number;

const SEGMENT = /\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|\.?([^.[\]]+)/g;

/** `rules[0].name`, `tags["a.b"]` as keys and indices. What does not read as a path is one key. */
function segmentsOf(path: string): Segment[] {
  const segments: Segment[] = [];
  let length = 0;
  for (const [text, quoted, index, key] of path.matchAll(SEGMENT)) {
    length += text.length;
    segments.push(quoted?.replace(/\\(.)/g, "$1") ?? (index === undefined ? key : Number(index)));
  }
  return length === path.length ? segments : [path];
}

/** The value at a property path, undefined when there is none. */
export function valueAt(properties: PropertyMap | undefined, path: string): PropertyValue | undefined {
  let value: PropertyValue | undefined = properties;
  for (const segment of segmentsOf(path)) {
    if (typeof value !== "object" || value === null) return undefined;
    if (Array.isArray(value)) value = typeof segment === "number" ? value[segment] : undefined;
    else value = Object.hasOwn(value, segment) ? value[segment] : undefined;
  }
  return value;
}

/** The path of a member: `tags` and `Name` are `tags.Name`, `tags` and `a.b` are `tags["a.b"]`. */
export function memberPath(path: string, key: string): string {
  if (!/^[^.[\]"\s]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** The path of an element: `rules` and 0 are `rules[0]`. */
export function elementPath(path: string, index: number): string {
  return `${path}[${index}]`;
}
