import type { ArgumentProblem } from "@org/infra-naming";
import { isZoneId } from "./availability-zones";
import { formatIpv4Block, type Ipv4Block, sizeOf } from "./ipv4-block";

/** The kinds of subnet that a zone has. */
export type SubnetTier = "public" | "private" | "isolated";

/**
 * A zone's addresses follow from its letter alone: `a` has the first of eight equal blocks of the network, `b` the
 * second, `h` the last; of zones by their ids `az1` has the first. No zone's block depends on which other zones there
 * are, so adding one moves nothing, removing one leaves a hole, and their order does not matter. Eight, because four
 * would put `a` and `e` of us-east-1 into one block, and no region has more than six zones.
 */
const ZONE_LETTERS = "abcdefgh";
export const ZONE_BITS = Math.log2(ZONE_LETTERS.length);

/** Within a zone's block, tiers get eighths of it. */
export const TIER_BITS = 3;

/** Where each tier lies in its zone's block. Fixed for good: a change would replace every subnet there is. */
const TIERS: Readonly<Record<SubnetTier, { readonly firstEighth: number; readonly bits: number }>> = {
  private: { firstEighth: 0, bits: 1 }, // half of the block: eighths 0 to 3
  public: { firstEighth: 4, bits: 3 },
  isolated: { firstEighth: 5, bits: 3 },
  // Eighths 6 and 7 are kept for what nobody has thought of.
};

/** Of each subnet AWS keeps the first four addresses and the last: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const RESERVED_ADDRESSES = 5;

/** How many addresses of a subnet can be given out. */
export function usableAddresses(prefixLength: number): number {
  return sizeOf(prefixLength) - RESERVED_ADDRESSES;
}

/** Which of the eight parts of a network is a zone's: 0 for `us-east-1a` and for `use1-az1`. Below 0: none. */
export function slotOf(zone: string): number {
  const slot = isZoneId(zone) ? Number(zone.slice(zone.indexOf("-az") + "-az".length)) - 1 : ZONE_LETTERS.indexOf(zone.slice(-1));
  return slot < ZONE_LETTERS.length ? slot : -1;
}

/** The zones that have no block of their own in any network. */
export function slotProblems(availabilityZones: readonly string[]): ArgumentProblem[] {
  return availabilityZones.flatMap((zone, index) => {
    if (slotOf(zone) >= 0) {
      return [];
    }
    const legal = isZoneId(zone) ? "numbers az1 to az8" : "letters a to h";
    return {
      argument: `availabilityZones[${index}]`,
      rule: `must have one of the ${legal}, by which the addresses are divided among the zones`,
      value: zone,
      remedy: "use another zone of the region",
    };
  });
}

/** The addresses of the subnet that a tier has in one of the network's eight slots. */
export function subnetCidrBlock(network: Ipv4Block, slot: number, tier: SubnetTier): string {
  const { firstEighth, bits } = TIERS[tier];
  const zoneSize = sizeOf(network.prefixLength + ZONE_BITS);
  const eighthSize = sizeOf(network.prefixLength + ZONE_BITS + TIER_BITS);
  return formatIpv4Block({
    address: network.address + slot * zoneSize + firstEighth * eighthSize,
    prefixLength: network.prefixLength + ZONE_BITS + bits,
  });
}
