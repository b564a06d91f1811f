import { ArgumentError, assertNoProblems } from "@org/infra-naming";
import { ipv4Block } from "./ipv4-block";
import { layoutLockProblems, type LockedSubnet } from "./layout-lock";
import { type NetworkPlan, type NetworkPlanArgs, planNetwork, slotCidrBlocks } from "./network-plan";
import { type SubnetTier, usableAddresses } from "./subnet-addresses";

/** One subnet of a network, as a row of a table. */
export interface SubnetLayout {
  readonly zone: string;
  readonly tier: SubnetTier;
  readonly cidrBlock: string;
  /** Addresses that can be given out: AWS keeps five of each subnet. */
  readonly usableAddresses: number;
}

/**
 * The rows of a plan's subnets, by zone and tier. `subject` is what was called, `cidrBlock` that of the network.
 *
 * @throws ArgumentError when they are not those that are expected
 */
export function lockedLayout(
  subject: string,
  plan: NetworkPlan,
  cidrBlock: string,
  expected: readonly LockedSubnet[] = [],
): SubnetLayout[] {
  const layout = plan.zones.flatMap(({ availabilityZone: zone, cidrBlocks = slotCidrBlocks(cidrBlock, zone, plan.tiers) }) => {
    return plan.tiers.map((tier) => ({
      zone,
      tier,
      cidrBlock: cidrBlocks[tier],
      usableAddresses: usableAddresses(ipv4Block(cidrBlocks[tier]).prefixLength),
    }));
  });
  assertNoProblems(subject, layoutLockProblems(expected, layout));
  return layout;
}

/**
 * The subnets that a `Network` with these arguments has, without Pulumi: for a document, or for a test that holds them
 * against a list, so that no change of the program moves a subnet unnoticed.
 *
 * @param allocatedCidrBlock the block that a pool gave, where the addresses come from one
 * @throws ArgumentError that lists everything that is wrong with the arguments
 */
export function networkLayout(args: NetworkPlanArgs, allocatedCidrBlock?: string): SubnetLayout[] {
  const subject = "networkLayout";
  const plan = planNetwork(subject, args);
  const cidrBlock = plan.cidrBlock ?? allocatedCidrBlock;
  if (cidrBlock === undefined) {
    throw new ArgumentError(subject, [
      {
        argument: "allocatedCidrBlock",
        rule: "must be given where a pool decides on the addresses",
        value: allocatedCidrBlock,
        remedy: "pass the network's cidrBlock",
      },
    ]);
  }
  return lockedLayout(subject, plan, cidrBlock, args.expectedLayout);
}
