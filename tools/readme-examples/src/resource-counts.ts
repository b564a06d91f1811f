import type { DeployRun } from "@org/offline-engine";

/** How many resources of each type a run has, of those whose URN matches: all of AWS, if nothing else is said. */
export function resourceCounts({ resources }: Pick<DeployRun, "resources">, urns = /(::|\$)aws:[^$:]+:\w+::/): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of resources.filter(({ urn }) => urns.test(urn))) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
