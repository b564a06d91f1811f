import type { ResourceState } from "./resource-state";

/** URNs of everything that must exist as long as the resource does. */
export function referencesOf(state: ResourceState): string[] {
  const { parent, deletedWith, provider, dependencies, propertyDependencies } = state;
  const urns = new Set(dependencies);
  for (const property in propertyDependencies) for (const urn of propertyDependencies[property] ?? []) urns.add(urn);
  if (parent !== undefined) urns.add(parent);
  if (deletedWith !== undefined) urns.add(deletedWith);
  if (provider !== undefined) urns.add(provider.slice(0, provider.lastIndexOf("::")));
  return [...urns];
}
