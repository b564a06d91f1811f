import type { ArgumentProblem } from "@org/infra-naming";
import type { SubnetLayout } from "./network-layout";

/** A subnet and the addresses that it must keep; the rows of a network's `layout`, as JSON, are that. */
export interface LockedSubnet {
  /** The zone that it is in, as in `availabilityZones`. */
  readonly zone: string;
  /** `public`, `private` or `isolated`; a plain string, because that is what TypeScript makes of a JSON file. */
  readonly tier: string;
  /** The addresses that it must keep: `10.0.16.0/22`. */
  readonly cidrBlock: string;
}

/**
 * The locked subnets that have other addresses in the layout, or are not in it. A subnet's addresses cannot be changed,
 * so one that moves is replaced with everything in it. Subnets that come besides are no problem.
 */
export function layoutLockProblems(expected: readonly LockedSubnet[], layout: readonly SubnetLayout[]): ArgumentProblem[] {
  return expected.flatMap(({ zone, tier, cidrBlock }, index) => {
    const row = layout.find((candidate) => candidate.zone === zone && candidate.tier === tier);
    if (row?.cidrBlock === cidrBlock) {
      return [];
    }
    return {
      argument: `expectedLayout[${index}]`,
      rule: `must be what the network gives the ${tier} subnet of ${zone} (${row?.cidrBlock ?? "it has no such subnet"})`,
      value: cidrBlock,
      remedy: "undo what moves the subnet, or change expectedLayout where the move is meant",
    };
  });
}
