import { deepEqual } from "./deep-equal";
import type { PropertyDiff, PropertyMap, PropertyValue } from "./provider";
import { isMap } from "./secret-values";

/** Every property path at which two maps differ, the difference as deep as both sides have the same shape. */
export function structuralDiff(
  old: PropertyMap,
  now: PropertyMap,
  options: { readonly inputDiff: boolean },
): Record<string, PropertyDiff> {
  const found: Record<string, PropertyDiff> = {};
  compareMaps(old, now, "", (path, kind) => {
    found[path] = { kind, inputDiff: options.inputDiff };
  });
  return found;
}

type Found = (path: string, kind: "add" | "delete" | "update") => void;

function compareMaps(old: PropertyMap, now: PropertyMap, prefix: string, found: Found): void {
  for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
    compare(old[key], now[key], joinKey(prefix, key), found);
  }
}

function compare(old: PropertyValue | undefined, now: PropertyValue | undefined, path: string, found: Found): void {
  if (deepEqual(old, now)) return;
  if (old === undefined) found(path, "add");
  else if (now === undefined) found(path, "delete");
  else if (isMap(old) && isMap(now)) compareMaps(old, now, path, found);
  else if (Array.isArray(old) && Array.isArray(now)) {
    for (let i = 0; i < Math.max(old.length, now.length); i += 1) compare(old[i], now[i], `${path}[${i}]`, found);
  } else found(path, "update");
}

function joinKey(prefix: string, key: string): string {
  if (!/^[^.[\]"]+$/.test(key)) return `${prefix}[${JSON.stringify(key)}]`;
  return prefix === "" ? key : `${prefix}.${key}`;
}
