import type { ArgumentProblem } from "@org/infra-naming";
import { alignedBlock, formatIpv4Block, type Ipv4Block, overlaps, parseIpv4Block, sizeOf } from "./ipv4-block";

/** The kinds of subnet that every zone has. */
export type SubnetTier = "public" | "private";

/**
 * A zone's addresses follow from its letter alone: `a` has the first of eight equal blocks of the network, `b` the
 * second, `h` the last. No zone's block depends on which other zones there are, so adding one moves nothing, removing
 * one leaves a hole, and their order does not matter. Eight, because four would put `a` and `e` of us-east-1 into one
 * block, and no region has more than six zones.
 */
const ZONE_LETTERS = "abcdefgh";
const ZONE_BITS = Math.log2(ZONE_LETTERS.length);

/** Within a zone's block, tiers get eighths of it. */
const TIER_BITS = 3;

/** Where each tier lies in its zone's block. Fixed for good: a change would replace every subnet there is. */
const TIERS: Readonly<Record<SubnetTier, { readonly firstEighth: number; readonly bits: number }>> = {
  private: { firstEighth: 0, bits: 1 }, // half of the block: eighths 0 to 3
  public: { firstEighth: 4, bits: 3 },
  // Eighth 5 is kept for a tier of isolated subnets, 6 and 7 for what nobody has thought of.
};

/** AWS takes networks of /16 to /28 and subnets down to /28. */
const LARGEST_NETWORK = 16;
const SMALLEST_SUBNET = 28;
const SMALLEST_NETWORK = SMALLEST_SUBNET - ZONE_BITS - TIER_BITS;

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
const RESTRICTED_BLOCKS: readonly Ipv4Block[] = [
  { address: 0, prefixLength: 8 },
  { address: 127 * 2 ** 24, prefixLength: 8 },
  { address: 169 * 2 ** 24 + 254 * 2 ** 16, prefixLength: 16 },
  { address: 224 * 2 ** 24, prefixLength: 4 },
];

const EXAMPLE = "use for example 10.0.0.0/16";

function sizeProblem({ prefixLength }: Ipv4Block): string | undefined {
  if (prefixLength < LARGEST_NETWORK) {
    return `this has 2^(32-${prefixLength}) = ${sizeOf(prefixLength)} addresses and AWS takes at most ${sizeOf(LARGEST_NETWORK)}`;
  }
  if (prefixLength > SMALLEST_NETWORK) {
    const smallest = prefixLength + ZONE_BITS + TIER_BITS;
    return `8 zones of 8 parts make /${prefixLength} + ${ZONE_BITS} + ${TIER_BITS} = /${smallest}, and AWS takes subnets down to /${SMALLEST_SUBNET}`;
  }
  return undefined;
}

/** The addresses of a network, or what is wrong with them, the arithmetic included. */
export function readNetworkBlock(cidrBlock: string): Ipv4Block | ArgumentProblem {
  const problem = (rule: string, remedy: string) => ({ argument: "cidrBlock", rule, value: cidrBlock, remedy });
  const range = `must be an IPv4 block of /${LARGEST_NETWORK} to /${SMALLEST_NETWORK}`;
  const block = parseIpv4Block(cidrBlock);
  if (block === undefined) {
    return problem(range, EXAMPLE);
  }
  const size = sizeProblem(block);
  if (size !== undefined) {
    return problem(`${range} (${size})`, EXAMPLE);
  }
  const aligned = formatIpv4Block(alignedBlock(block));
  if (aligned !== cidrBlock) {
    return problem(`must start at a multiple of its ${sizeOf(block.prefixLength)} addresses`, `use ${aligned}`);
  }
  const restricted = RESTRICTED_BLOCKS.find((candidate) => overlaps(candidate, block));
  if (restricted !== undefined) {
    return problem(`must not overlap ${formatIpv4Block(restricted)}, which AWS keeps to itself`, EXAMPLE);
  }
  return block;
}

function zoneLetter(availabilityZone: string): string {
  return availabilityZone.slice(-1);
}

/** The zones that have no block of their own in any network. */
export function zoneLetterProblems(availabilityZones: readonly string[]): ArgumentProblem[] {
  return availabilityZones.flatMap((zone, index) => {
    if (ZONE_LETTERS.includes(zoneLetter(zone))) {
      return [];
    }
    return {
      argument: `availabilityZones[${index}]`,
      rule: "must have one of the letters a to h, by which the addresses are divided among the zones",
      value: zone,
      remedy: "use another zone of the region",
    };
  });
}

/** The addresses of a zone's subnet. The arguments are free of the problems found above. */
export function subnetCidrBlock(network: Ipv4Block, availabilityZone: string, tier: SubnetTier): string {
  const { firstEighth, bits } = TIERS[tier];
  const zoneSize = sizeOf(network.prefixLength + ZONE_BITS);
  const eighthSize = sizeOf(network.prefixLength + ZONE_BITS + TIER_BITS);
  return formatIpv4Block({
    address: network.address + ZONE_LETTERS.indexOf(zoneLetter(availabilityZone)) * zoneSize + firstEighth * eighthSize,
    prefixLength: network.prefixLength + ZONE_BITS + bits,
  });
}
