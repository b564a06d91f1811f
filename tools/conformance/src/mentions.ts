import type { Resource } from "./resource";
import { textsIn } from "./secrets";

/** Whether any text of the resource is, or names, one of the identities. */
export function mentions(resource: Resource, identities: readonly string[]): boolean {
  const named = identities.filter((identity) => identity !== "");
  return textsIn(resource.map).some(({ text }) => named.some((identity) => text.includes(identity)));
}
