import { type PropertyValue, UNKNOWN } from "@org/offline-engine";

/** A copy in which UNKNOWN stands where the given value refuses to be read, as a value does that a preview does not know. */
export function knownPart(value: unknown): PropertyValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) return Array.from(value.keys(), (index) => readOrUnknown(value, index));
  return Object.fromEntries(Object.keys(value).map((key) => [key, readOrUnknown(value, key)]));
}

function readOrUnknown(from: object, key: string | number): PropertyValue {
  let value: unknown;
  try {
    value = Reflect.get(from, key);
  } catch {
    return UNKNOWN;
  }
  return knownPart(value);
}
