import type { ArgumentProblem } from "@org/infra-naming";
import { formatIpv4Block, type Ipv4Block, overlaps, sizeOf } from "./ipv4-block";
import { readBlock, SMALLEST_BLOCK } from "./network-block";
import type { SubnetTier } from "./subnet-addresses";

/** Addresses that follow from a plan of the user's own, for example that of a network that is taken over. */
export interface ExplicitAddresses {
  readonly kind: "explicit";
  /** The addresses of the network: `10.0.0.0/16`, down to /28. */
  readonly cidrBlock: string;
  /** The addresses of each subnet by zone and tier: `{ "us-east-1a": { public: "10.0.0.0/24", private: ... }, ... }`. */
  readonly subnets: Readonly<Record<string, Readonly<Partial<Record<SubnetTier, string>>>>>;
}

interface NamedBlock {
  readonly argument: string;
  readonly block: Ipv4Block;
}

function argumentOf(zone: string, tier: string): string {
  return `addresses.subnets["${zone}"].${tier}`;
}

function lastAddress({ address, prefixLength }: Ipv4Block): string {
  return formatIpv4Block({ address: address + sizeOf(prefixLength) - 1, prefixLength: 32 }).slice(0, -"/32".length);
}

function range(block: Ipv4Block): string {
  return `${formatIpv4Block(block)} ends at ${lastAddress(block)}`;
}

function outsideProblem({ argument, block }: NamedBlock, network: Ipv4Block): ArgumentProblem[] {
  const inside = overlaps(network, block) && block.prefixLength >= network.prefixLength;
  if (inside) {
    return [];
  }
  return [
    {
      argument,
      rule: `must lie in ${formatIpv4Block(network)} (${range(network)})`,
      value: formatIpv4Block(block),
      remedy: "use a block inside it, or a larger network",
    },
  ];
}

function overlapProblems(blocks: readonly NamedBlock[]): ArgumentProblem[] {
  return blocks.flatMap(({ argument, block }, index) => {
    const other = blocks.slice(0, index).find((earlier) => overlaps(earlier.block, block));
    if (other === undefined) {
      return [];
    }
    return {
      argument,
      rule: `must not overlap ${other.argument} (${range(other.block)})`,
      value: formatIpv4Block(block),
      remedy: "use addresses that no other subnet has",
    };
  });
}

/** Zones or tiers that have addresses and no subnet: a typing error, most likely. */
function unusedProblems(subnets: ExplicitAddresses["subnets"], zones: readonly string[], tiers: readonly SubnetTier[]): ArgumentProblem[] {
  return Object.entries(subnets).flatMap(([zone, byTier]) => {
    if (!zones.includes(zone)) {
      return {
        argument: `addresses.subnets["${zone}"]`,
        rule: `must be one of the zones ${zones.join(", ")}`,
        value: zone,
        remedy: "remove it, or add the zone to availabilityZones",
      };
    }
    const unused = Object.entries(byTier).filter(([tier]) => !tiers.some((used) => used === tier));
    return unused.map(([tier, cidrBlock]) => ({
      argument: argumentOf(zone, tier),
      rule: `must be of a tier that the network has: ${tiers.join(", ")}`,
      value: cidrBlock,
      remedy: tier === "isolated" ? "remove it, or set isolatedSubnets" : "remove it",
    }));
  });
}

/** Everything that is wrong with the addresses; empty when AWS takes them all. */
export function explicitAddressProblems(
  { cidrBlock, subnets }: ExplicitAddresses,
  zones: readonly string[],
  tiers: readonly SubnetTier[],
): ArgumentProblem[] {
  const network = readBlock("addresses.cidrBlock", cidrBlock, SMALLEST_BLOCK);
  const problems: ArgumentProblem[] = "rule" in network ? [network] : [];
  const blocks: NamedBlock[] = [];
  for (const zone of zones) {
    for (const tier of tiers) {
      const argument = argumentOf(zone, tier);
      const text = subnets[zone]?.[tier] ?? "";
      const block = readBlock(argument, text, SMALLEST_BLOCK, `use a block inside ${cidrBlock}`);
      if ("rule" in block) {
        problems.push(block);
      } else {
        blocks.push({ argument, block });
      }
    }
  }
  const outside = "rule" in network ? [] : blocks.flatMap((block) => outsideProblem(block, network));
  return [...problems, ...outside, ...overlapProblems(blocks), ...unusedProblems(subnets, zones, tiers)];
}
