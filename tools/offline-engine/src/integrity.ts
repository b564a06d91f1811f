import { splitProvider } from "./renamed-references";
import type { ResourceState } from "./resource-state";

/**
 * What is wrong with a list of states, one sentence each; empty when Pulumi would accept it.
 * The rules are those of pulumi/pulumi, pkg/resource/stack/snapshot/integrity.go: whatever a resource refers to stands
 * before it, its provider exists with that very id, only custom resources have ids, and of the states of one URN all but
 * one wait for their deletion.
 */
export function integrityProblems(states: readonly ResourceState[]): string[] {
  const problems: string[] = [];
  const present = new Set<string>();
  const live = new Set<string>();
  const providers = new Set<string>();
  for (const state of states) {
    const { urn, custom, id, provider } = state;
    if (!custom && id !== undefined && id !== "") problems.push(`${urn} is a component and has the id ${id}`);
    if (state.delete !== true && live.has(urn)) problems.push(`${urn} is there twice`);
    if (state.delete !== true) live.add(urn);
    for (const { role, target } of references(state)) {
      if (!present.has(target)) problems.push(`${urn} refers to ${target} as its ${role}, which does not stand before it`);
    }
    if (provider !== undefined && provider !== "" && !providers.has(provider)) {
      const reference = splitProvider(provider);
      problems.push(`${urn} refers to the provider ${reference.urn} with the id ${reference.id}, which does not stand before it`);
    }
    present.add(urn);
    if (state.type.startsWith("pulumi:providers:")) providers.add(`${urn}::${id ?? ""}`);
  }
  return problems;
}

interface Reference {
  readonly role: string;
  readonly target: string;
}

function references({ parent, dependencies, propertyDependencies, deletedWith }: ResourceState): Reference[] {
  const found: Reference[] = [];
  if (parent !== undefined && parent !== "") found.push({ role: "parent", target: parent });
  for (const target of dependencies) found.push({ role: "dependency", target });
  for (const [property, targets] of Object.entries(propertyDependencies)) {
    for (const target of targets) found.push({ role: `dependency of ${property}`, target });
  }
  if (deletedWith !== undefined && deletedWith !== "") found.push({ role: "deletedWith", target: deletedWith });
  return found;
}
