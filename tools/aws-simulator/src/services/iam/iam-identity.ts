import type { ResourceContext } from "../../resource-context";
import type { Refusal } from "../../rule";

/** A unique id of IAM: four letters for the kind, then 17 letters and digits. */
export function iamId(prefix: "AROA" | "ANPA" | "AIPA", context: ResourceContext): string {
  return `${prefix}${context.identifiers.upper(17)}`;
}

/** IAM's answer to the name of a role that does not exist. */
export function noSuchRole(name: string): Refusal {
  return {
    code: "NoSuchEntity",
    message: `The role with name ${name} cannot be found.`,
    remedy: "Give the `name` of a role that exists; an ARN is not a name.",
  };
}
