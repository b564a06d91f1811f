import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import { availabilityZoneProblems } from "./availability-zones";
import { choiceProblems } from "./choice";
import { endpointProblems, type EndpointsArgs, type EndpointsPlan, planEndpoints } from "./endpoints-plan";
import { explicitAddressProblems, type ExplicitAddresses } from "./explicit-addresses";
import { flowLogProblems, type FlowLogsArgs } from "./flow-logs-plan";
import { ipv4Block } from "./ipv4-block";
import type { LockedSubnet } from "./layout-lock";
import { natGatewayZone, type NatArgs, type NatPlan, natProblems, planNat } from "./nat-plan";
import { netmaskProblems, readBlock, SMALLEST_DIVIDED_NETWORK } from "./network-block";
import type { Profile } from "./profile";
import { slotOf, slotProblems, subnetCidrBlock, type SubnetTier } from "./subnet-addresses";

/** Addresses of which a pool of Amazon VPC IPAM gives the network a block, when it is created. */
export interface PoolSize {
  readonly kind: "ipam";
  /** Of the block that is asked for, 16 to 22. */
  readonly netmaskLength: number;
}

/** What a network is planned from; see `NetworkArgs` for the meaning of each. */
export interface NetworkPlanArgs extends Omit<NatArgs & EndpointsArgs & FlowLogsArgs, "profile"> {
  readonly cidrBlock?: string;
  readonly addresses?: ExplicitAddresses | PoolSize;
  readonly availabilityZones: readonly string[];
  readonly region: string;
  readonly isolatedSubnets?: boolean;
  readonly expectedLayout?: readonly LockedSubnet[];
  readonly accountId?: unknown;
  readonly profile?: Profile;
}

/** One zone's part of the network. */
export interface ZonePlan {
  readonly availabilityZone: string;
  /** By tier, the CIDR block of the zone's subnet; absent where a pool decides. */
  readonly cidrBlocks?: Readonly<Record<string, string>>;
  /** The zone, often this one, whose NAT gateway the private subnet uses; absent without one, or with a regional one. */
  readonly natGatewayZone?: string;
}

/** What a `Network` creates, before anything is created. */
export interface NetworkPlan {
  /** Absent where a pool decides. */
  readonly cidrBlock?: string;
  readonly tiers: readonly SubnetTier[];
  /** In the order in which the zones were given. */
  readonly zones: readonly ZonePlan[];
  readonly nat: NatPlan;
  readonly endpoints: EndpointsPlan;
}

const DEFAULT_CIDR_BLOCK = "10.0.0.0/16";

function tiersOf({ isolatedSubnets = false }: NetworkPlanArgs): SubnetTier[] {
  return isolatedSubnets ? ["public", "private", "isolated"] : ["public", "private"];
}

/** By tier, the addresses of a zone's subnets in the slot that belongs to the zone. */
export function slotCidrBlocks(cidrBlock: string, zone: string, tiers: readonly SubnetTier[]): Record<string, string> {
  const network = ipv4Block(cidrBlock);
  return Object.fromEntries(tiers.map((tier) => [tier, subnetCidrBlock(network, slotOf(zone), tier)]));
}

function addressProblems(args: NetworkPlanArgs): ArgumentProblem[] {
  const { addresses, cidrBlock, availabilityZones } = args;
  if (addresses === undefined) {
    const block = readBlock("cidrBlock", cidrBlock ?? DEFAULT_CIDR_BLOCK, SMALLEST_DIVIDED_NETWORK);
    return "rule" in block ? [block] : [];
  }
  const own =
    addresses.kind === "ipam"
      ? netmaskProblems("addresses.netmaskLength", addresses.netmaskLength)
      : explicitAddressProblems(addresses, availabilityZones, tiersOf(args));
  if (cidrBlock === undefined) {
    return own;
  }
  const rule = "must be left out where `addresses` says what the addresses are";
  return [{ argument: "cidrBlock", rule, value: cidrBlock, remedy: "remove one of the two" }, ...own];
}

/** With another account in them, endpoint policies let nobody through. */
function accountProblems(accountId: unknown): ArgumentProblem[] {
  if (typeof accountId !== "string" || /^\d{12}$/.test(accountId)) {
    return [];
  }
  const remedy = "leave it out to use the provider's";
  return [{ argument: "accountId", rule: "must be the 12 digits of an AWS account", value: accountId, remedy }];
}

/**
 * The layout of a network: pure arithmetic. `subject` is what was called, for errors.
 *
 * @throws ArgumentError that lists everything that is wrong with the arguments
 */
export function planNetwork(subject: string, args: NetworkPlanArgs): NetworkPlan {
  const { addresses, availabilityZones: zones, region, profile = "production" } = args;
  const profiled = { ...args, profile };
  const zoneProblems = availabilityZoneProblems(zones, region);
  const profileProblems = choiceProblems("profile", profile, ["production", "ephemeral"], {
    remedy: 'use "production" unless nobody needs it tomorrow',
  });
  const ofProfile = () => [...natProblems(profiled, zones, region), ...endpointProblems(profiled, zones), ...flowLogProblems(profiled)];
  assertNoProblems(subject, [
    ...addressProblems(args),
    // What is no zone of the region has no slot to complain about.
    ...(zoneProblems.length > 0 ? zoneProblems : slotProblems(zones)),
    ...accountProblems(args.accountId),
    ...profileProblems,
    // What follows from the profile cannot be judged without one.
    ...(profileProblems.length > 0 ? [] : ofProfile()),
  ]);
  const tiers = tiersOf(args);
  const nat = planNat(profiled, zones);
  const cidrBlock = addresses?.kind === "ipam" ? undefined : (addresses?.cidrBlock ?? args.cidrBlock ?? DEFAULT_CIDR_BLOCK);
  return {
    ...(cidrBlock !== undefined && { cidrBlock }),
    tiers,
    zones: zones.map((zone) => {
      const own = addresses?.kind === "explicit" ? { ...addresses.subnets[zone] } : undefined;
      const cidrBlocks = cidrBlock === undefined ? undefined : (own ?? slotCidrBlocks(cidrBlock, zone, tiers));
      const natZone = natGatewayZone(nat.mode, zone, zones);
      return {
        availabilityZone: zone,
        ...(cidrBlocks !== undefined && { cidrBlocks }),
        ...(natZone !== undefined && { natGatewayZone: natZone }),
      };
    }),
    nat,
    endpoints: planEndpoints(profiled, zones),
  };
}
