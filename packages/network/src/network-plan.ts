import { ArgumentError, type ArgumentProblem } from "@org/infra-naming";
import { availabilityZoneProblems } from "./availability-zones";
import { readNetworkBlock, subnetCidrBlock, type SubnetTier, zoneLetterProblems } from "./subnet-addresses";

/** How private subnets reach the internet. */
export type NatGateways = "none" | "single" | "per-zone";

/** What a network is planned from; see `NetworkArgs` for the meaning of each. */
export interface NetworkPlanArgs {
  readonly cidrBlock?: string;
  readonly availabilityZones: readonly string[];
  readonly region: string;
  readonly natGateways?: NatGateways;
}

/** One zone's part of the network. */
export interface ZonePlan {
  readonly availabilityZone: string;
  /** The CIDR block of the zone's subnet in each tier. */
  readonly cidrBlocks: Readonly<Record<SubnetTier, string>>;
  /** The zone, often this one, whose NAT gateway the private subnet uses; absent without one. */
  readonly natGatewayZone?: string;
}

/** What a `Network` creates, before anything is created. */
export interface NetworkPlan {
  readonly cidrBlock: string;
  /** In the order in which the zones were given. */
  readonly zones: readonly ZonePlan[];
}

/** The zone of the NAT gateway that `zone` uses. A single one stands in the zone that was named first. */
const NAT_GATEWAY_ZONE: Readonly<Record<NatGateways, (zone: string, zones: readonly string[]) => string | undefined>> = {
  none: () => undefined,
  single: (_zone, zones) => zones[0],
  "per-zone": (zone) => zone,
};

function natGatewaysProblem(natGateways: string): ArgumentProblem[] {
  if (Object.hasOwn(NAT_GATEWAY_ZONE, natGateways)) {
    return [];
  }
  const modes = Object.keys(NAT_GATEWAY_ZONE).map((mode) => `"${mode}"`);
  return [
    {
      argument: "natGateways",
      rule: `must be one of ${modes.join(", ")}`,
      value: natGateways,
      remedy: 'use "per-zone", unless the loss of one zone may cut the others off',
    },
  ];
}

/**
 * The layout of a network: pure arithmetic, for the component, for documents and for tests.
 *
 * @throws ArgumentError that lists everything that is wrong with the arguments
 */
export function planNetwork(args: NetworkPlanArgs): NetworkPlan {
  const { cidrBlock = "10.0.0.0/16", availabilityZones, region, natGateways = "per-zone" } = args;
  const block = readNetworkBlock(cidrBlock);
  const zoneProblems = availabilityZoneProblems(availabilityZones, region);
  const problems = [
    ...("rule" in block ? [block] : []),
    // A name that is no zone of the region has no letter to complain about.
    ...(zoneProblems.length > 0 ? zoneProblems : zoneLetterProblems(availabilityZones)),
    ...natGatewaysProblem(natGateways),
  ];
  if ("rule" in block || problems.length > 0) {
    throw new ArgumentError("Network", problems);
  }
  return {
    cidrBlock,
    zones: availabilityZones.map((zone) => {
      const natGatewayZone = NAT_GATEWAY_ZONE[natGateways](zone, availabilityZones);
      return {
        availabilityZone: zone,
        cidrBlocks: {
          public: subnetCidrBlock(block, zone, "public"),
          private: subnetCidrBlock(block, zone, "private"),
        },
        ...(natGatewayZone !== undefined && { natGatewayZone }),
      };
    }),
  };
}
