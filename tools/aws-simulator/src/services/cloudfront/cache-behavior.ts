import type { PropertyMap } from "@org/offline-engine";
import { valuesAt } from "../../property-path";

/** A cache behaviour of a distribution, and where it stands. */
export interface CacheBehavior {
  readonly at: string;
  readonly values: PropertyMap;
}

/** The default behaviour and the ordered ones; those that are not known yet are left out. */
export function cacheBehaviorsOf(inputs: PropertyMap): CacheBehavior[] {
  return [...valuesAt(inputs, "defaultCacheBehavior"), ...valuesAt(inputs, "orderedCacheBehaviors[]")].flatMap(({ at, value }) =>
    typeof value === "object" && value !== null && !Array.isArray(value) ? [{ at, values: value }] : [],
  );
}

/** Whether the behaviour has a value there; the provider takes an empty text for none. */
export function isGiven({ values }: CacheBehavior, property: string): boolean {
  const value = values[property];
  return value !== undefined && value !== null && value !== "";
}
