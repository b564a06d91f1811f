import type { PropertyMap } from "@org/offline-engine";

/** Those of AWS's own values whose input the program left out. */
export function filledInputs(inputs: PropertyMap, values: PropertyMap): PropertyMap {
  return Object.fromEntries(Object.entries(values).filter(([property]) => inputs[property] === undefined));
}
