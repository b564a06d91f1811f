import type { AliasGoal, ResourceGoal } from "./resource-goal";
import { childUrn, nameOfUrn, parseUrn, typeOfUrn } from "./urn";

/** A registered parent: its URN and the URNs it may have had before. */
export interface AliasedParent {
  readonly urn: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/**
 * Every URN that a resource may have had before, without its present one: its own aliases, and its present and former
 * identity under each of its parent's former URNs.
 */
export function aliasUrns(args: {
  readonly stack: string;
  readonly project: string;
  readonly urn: string;
  readonly goal: Pick<ResourceGoal, "type" | "name" | "aliases">;
  readonly parent: AliasedParent | undefined;
}): string[] {
  const { stack, project, urn, goal, parent } = args;
  const found = new Set<string>();
  for (const alias of goal.aliases) found.add(specUrn(alias, args));
  for (const parentAlias of parent?.aliases ?? []) {
    const name = inheritedName(goal.name, parent?.name ?? "", nameOfUrn(parentAlias));
    found.add(childUrn({ stack: parseUrn(parentAlias).stack, project: parseUrn(parentAlias).project, parent: parentAlias, type: goal.type, name }));
    for (const alias of goal.aliases) {
      const own = specUrn(alias, args);
      const ownName = inheritedName(nameOfUrn(own), parent?.name ?? "", nameOfUrn(parentAlias));
      found.add(childUrn({ stack, project, parent: parentAlias, type: typeOfUrn(own), name: ownName }));
    }
  }
  found.delete(urn);
  return [...found];
}

function specUrn(
  alias: AliasGoal,
  args: {
    readonly stack: string;
    readonly project: string;
    readonly goal: Pick<ResourceGoal, "type" | "name">;
    readonly parent: AliasedParent | undefined;
  },
): string {
  if (alias.urn !== undefined) return alias.urn;
  return childUrn({
    stack: alias.stack ?? args.stack,
    project: alias.project ?? args.project,
    parent: alias.noParent === true ? undefined : (alias.parent ?? args.parent?.urn),
    type: alias.type ?? args.goal.type,
    name: alias.name ?? args.goal.name,
  });
}

/** A child named after its parent was, under the parent's former name, most likely named after that. */
function inheritedName(childName: string, parentName: string, formerParentName: string): string {
  return parentName !== "" && childName.startsWith(parentName)
    ? formerParentName + childName.slice(parentName.length)
    : childName;
}
