import { OUTPUT_SIGNATURE, SIGNATURE_KEY } from "./property-signatures";
import { type PropertyMap, type PropertyValue, isUnknown } from "./provider";
import { isMap, isSecret } from "./secret-values";

/**
 * Property values as a transform gets them: the SDK makes outputs of output values alone, and a secret or an unknown
 * that is no output is something a transform can neither read nor work on.
 * @param dependencies URNs by property: what comes from other resources becomes an output too
 */
export function withOutputValues(map: PropertyMap, dependencies: Readonly<Record<string, readonly string[]>>): PropertyMap {
  const result: PropertyMap = {};
  for (const [key, value] of Object.entries(map)) {
    const given = outputValues(value);
    const urns = dependencies[key] ?? [];
    result[key] = urns.length > 0 ? { ...asOutput(given), dependencies: [...urns] } : given;
  }
  return result;
}

function outputValues(value: PropertyValue): PropertyValue {
  if (isUnknown(value)) return output({});
  if (Array.isArray(value)) return value.map(outputValues);
  if (!isMap(value)) return value;
  if (isSecret(value)) return { ...asOutput(outputValues(value["value"] ?? null)), secret: true };
  return withOutputValues(value, {});
}

function asOutput(value: PropertyValue): PropertyMap {
  return isMap(value) && value[SIGNATURE_KEY] === OUTPUT_SIGNATURE ? value : output({ value });
}

function output(parts: PropertyMap): PropertyMap {
  return { [SIGNATURE_KEY]: OUTPUT_SIGNATURE, ...parts };
}
