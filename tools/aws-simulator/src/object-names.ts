import { isUnknown } from "@org/offline-engine";
import type { PropertyMap } from "@org/offline-engine";
import { valueAt } from "./property-path";
import type { ResourceDefinition } from "./resource-definition";

/** `aws:ec2/vpc:Vpc` -> `ec2`. Pulumi's module `vpc` is EC2 as well. */
export function serviceOf(type: string): string {
  const module = type.slice(type.indexOf(":") + 1).split("/")[0] ?? type;
  return module === "vpc" ? "ec2" : module;
}

/** The property that carries the physical name of a type, if it has one. */
export function nameProperty(definition: ResourceDefinition): string | undefined {
  return definition.name === undefined ? undefined : (definition.name.property ?? "name");
}

/** Key under which an object's name is taken; undefined when the type has no name or it is not known yet. */
export function nameKeyOf(definition: ResourceDefinition, values: PropertyMap, region: string): string | undefined {
  const property = nameProperty(definition);
  const name = property === undefined ? undefined : values[property];
  if (typeof name !== "string" || isUnknown(name)) return undefined;
  const scope = definition.name?.scope ?? "region";
  let within: string;
  if (scope === "global") within = "";
  else if (scope === "region") within = region;
  else {
    const parent = valueAt(values, scope.within);
    if (isUnknown(parent)) return undefined;
    within = `${region}/${typeof parent === "string" ? parent : ""}`;
  }
  return nameKey(definition.type, within, definition.name?.ignoreCase === true ? name.toLowerCase() : name);
}

/** The key of a name; `within` is the region, "" for a global type, or `<region>/<parent>`. */
export function nameKey(type: string, within: string, name: string): string {
  return `${type}|${within}|name|${name}`;
}
