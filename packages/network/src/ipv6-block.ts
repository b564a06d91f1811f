import { slotOf, type SubnetTier } from "./subnet-addresses";

/** The network's /56 has 256 subnets of /64: 32 for each of the eight zones, the first of which are the tiers. */
const SUBNETS_PER_ZONE = 32;

/** Fixed for good, as the tiers' IPv4 addresses are. */
const TIER_NUMBERS: Readonly<Record<SubnetTier, number>> = { private: 0, public: 1, isolated: 2 };

/**
 * The IPv6 addresses of a zone's subnet in a network with the given /56, as AWS writes it: `2600:1f18:12:3400::/56`.
 * Like the IPv4 addresses they depend on the zone and the tier alone.
 */
export function subnetIpv6CidrBlock(networkBlock: string, zone: string, tier: SubnetTier): string {
  const [address] = networkBlock.split("/");
  // AWS shortens zeros at the end; a /56 has four parts of 16 bits in front of them, the last two digits of which are 00.
  const parts = [...(address.split("::")[0]).split(":"), "0", "0", "0"].slice(0, 4);
  const subnet = Number.parseInt(parts[3], 16) + slotOf(zone) * SUBNETS_PER_ZONE + TIER_NUMBERS[tier];
  const prefix = [...parts.slice(0, 3), subnet.toString(16)].map((part) => Number.parseInt(part, 16).toString(16));
  // Zeros at the end go into the ::, as everybody writes them.
  while (prefix.length > 1 && prefix[prefix.length - 1] === "0") prefix.pop();
  return `${prefix.join(":")}::/64`;
}
