import type { PropertyMap, PropertyValue } from "@org/offline-engine";

/** A path through inputs: `vpcId`, `healthCheck.timeout`, `defaultActions[].forward.targetGroups[].arn`. */
export type PropertyPath = string;

interface Segment {
  readonly key: string;
  readonly each: boolean;
}

const parsed = new Map<PropertyPath, readonly Segment[]>();

function segmentsOf(path: PropertyPath): readonly Segment[] {
  let segments = parsed.get(path);
  if (segments === undefined) {
    segments = path.split(".").map((part) =>
      part.endsWith("[]") ? { key: part.slice(0, -2), each: true } : { key: part, each: false },
    );
    parsed.set(path, segments);
  }
  return segments;
}

/** One value found at a path, with the place it was found: `subnets[1]`. */
export interface FoundValue {
  readonly value: PropertyValue;
  readonly at: string;
}

/** Every value at the path; none when it, or something on the way to it, is missing. Unknown values are found too. */
export function valuesAt(inputs: PropertyMap, path: PropertyPath): FoundValue[] {
  const segments = segmentsOf(path);
  const first = segments[0];
  // The common case, a top-level scalar, costs one property access.
  if (segments.length === 1 && first !== undefined && !first.each) {
    const value = inputs[first.key];
    return value === undefined || value === null ? [] : [{ value, at: first.key }];
  }
  let found: FoundValue[] = [{ value: inputs, at: "" }];
  for (const segment of segments) {
    const next: FoundValue[] = [];
    for (const { value, at } of found) collect(value, at, segment, next);
    found = next;
  }
  return found;
}

function collect(value: PropertyValue, at: string, segment: Segment, into: FoundValue[]): void {
  if (typeof value === "string") {
    // Only an unknown can stand where an object is expected: what is in it is unknown as well.
    into.push({ value, at: at === "" ? segment.key : `${at}.${segment.key}` });
    return;
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) return;
  const child = value[segment.key];
  if (child === undefined || child === null) return;
  const place = at === "" ? segment.key : `${at}.${segment.key}`;
  if (!segment.each || !Array.isArray(child)) into.push({ value: child, at: place });
  else child.forEach((element, index) => into.push({ value: element, at: `${place}[${index}]` }));
}

/** The first value at the path, undefined when there is none. */
export function valueAt(inputs: PropertyMap, path: PropertyPath): PropertyValue | undefined {
  return valuesAt(inputs, path)[0]?.value;
}
