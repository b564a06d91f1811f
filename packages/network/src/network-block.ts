import type { ArgumentProblem } from "@org/infra-naming";
import { alignedBlock, formatIpv4Block, type Ipv4Block, overlaps, parseIpv4Block, sizeOf } from "./ipv4-block";
import { TIER_BITS, ZONE_BITS } from "./subnet-addresses";

/** AWS takes networks and subnets of /16 to /28. */
export const LARGEST_BLOCK = 16;
export const SMALLEST_BLOCK = 28;

/** The smallest network whose parts AWS takes as subnets. */
export const SMALLEST_DIVIDED_NETWORK = SMALLEST_BLOCK - ZONE_BITS - TIER_BITS;

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
const RESTRICTED_BLOCKS: readonly Ipv4Block[] = [
  { address: 0, prefixLength: 8 },
  { address: 127 * 2 ** 24, prefixLength: 8 },
  { address: 169 * 2 ** 24 + 254 * 2 ** 16, prefixLength: 16 },
  { address: 224 * 2 ** 24, prefixLength: 4 },
];

const EXAMPLE = "use for example 10.0.0.0/16";

/** Why blocks of this size are not taken; undefined for those that are. */
function sizeProblem(prefixLength: number, smallest: number): string | undefined {
  if (prefixLength < LARGEST_BLOCK) {
    return `this has 2^(32-${prefixLength}) = ${sizeOf(prefixLength)} addresses and AWS takes at most ${sizeOf(LARGEST_BLOCK)}`;
  }
  if (prefixLength > SMALLEST_BLOCK) {
    return `this has 2^(32-${prefixLength}) = ${sizeOf(prefixLength)} addresses and AWS takes at least ${sizeOf(SMALLEST_BLOCK)}`;
  }
  if (prefixLength > smallest) {
    const part = prefixLength + ZONE_BITS + TIER_BITS;
    return `8 zones of 8 parts make /${prefixLength} + ${ZONE_BITS} + ${TIER_BITS} = /${part}, and AWS takes subnets down to /${SMALLEST_BLOCK}`;
  }
  return undefined;
}

/** The block as AWS would take it, of /16 down to `smallest`, or what is wrong with it, the arithmetic included. */
export function readBlock(argument: string, text: string, smallest: number, example = EXAMPLE): Ipv4Block | ArgumentProblem {
  const problem = (rule: string, remedy: string) => ({ argument, rule, value: text, remedy });
  const range = `must be an IPv4 block of /${LARGEST_BLOCK} to /${smallest}`;
  const block = parseIpv4Block(text);
  if (block === undefined) {
    return problem(range, example);
  }
  const size = sizeProblem(block.prefixLength, smallest);
  if (size !== undefined) {
    return problem(`${range} (${size})`, example);
  }
  const aligned = formatIpv4Block(alignedBlock(block));
  if (aligned !== text) {
    return problem(`must start at a multiple of its ${sizeOf(block.prefixLength)} addresses`, `use ${aligned}`);
  }
  const restricted = RESTRICTED_BLOCKS.find((candidate) => overlaps(candidate, block));
  if (restricted !== undefined) {
    return problem(`must not overlap ${formatIpv4Block(restricted)}, which AWS keeps to itself`, example);
  }
  return block;
}

/** What is wrong with the size of a network that a pool is asked for. */
export function netmaskProblems(argument: string, netmaskLength: number): ArgumentProblem[] {
  const size = Number.isInteger(netmaskLength) ? sizeProblem(netmaskLength, SMALLEST_DIVIDED_NETWORK) : "this is no whole number";
  if (size === undefined) {
    return [];
  }
  return [
    {
      argument,
      rule: `must be ${LARGEST_BLOCK} to ${SMALLEST_DIVIDED_NETWORK} (${size})`,
      value: netmaskLength,
      remedy: "use for example 16",
    },
  ];
}
