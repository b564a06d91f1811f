import type { PropertyMap, PropertyValue } from "@org/offline-engine";

export function isMap(value: PropertyValue | undefined): value is PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
