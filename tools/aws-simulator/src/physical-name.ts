import type { PropertyMap } from "@org/offline-engine";
import type { ResourceContext } from "./resource-context";

/**
 * The name an object gets: the one that was asked for, or the prefix with what the provider appends to it.
 * `outputs` are the two properties as the provider fills them.
 */
export function physicalName(
  context: ResourceContext,
  property = "name",
  prefixProperty = "namePrefix",
): { readonly name: string; readonly outputs: PropertyMap } {
  const prefix = context.text(prefixProperty) ?? "";
  const name = context.text(property) ?? `${prefix}${context.now.replaceAll(/\D/g, "")}${context.identifiers.digits(12)}`;
  return { name, outputs: { [property]: name, [prefixProperty]: prefix } };
}
