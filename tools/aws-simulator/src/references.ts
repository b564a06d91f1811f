import { isUnknown } from "@org/offline-engine";
import type { PropertyMap } from "@org/offline-engine";
import { nameKey } from "./object-names";
import { valuesAt } from "./property-path";
import type { Reference, ResourceDefinition } from "./resource-definition";

/** Types that a reference may name. */
export function targetsOf(reference: Reference): readonly string[] {
  return typeof reference.to === "string" ? [reference.to] : reference.to;
}

/** What an object's references name, in the form in which the world indexes them. */
export function referencesOf(definition: ResourceDefinition, values: PropertyMap, region: string): string[] {
  const found: string[] = [];
  for (const reference of definition.references ?? []) {
    for (const { value } of valuesAt(values, reference.path)) {
      if (typeof value !== "string" || isUnknown(value)) continue;
      for (const type of targetsOf(reference)) {
        if (reference.byName === true) found.push(nameKey(type, region, value), nameKey(type, "", value));
        else found.push(`${type}|${value}`);
      }
    }
  }
  return found;
}
