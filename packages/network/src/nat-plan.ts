import type { ArgumentProblem } from "@org/infra-naming";
import { choiceProblems } from "./choice";
import type { Profile } from "./profile";

/** How private subnets reach the internet. */
export type NatGateways = "none" | "single" | "per-zone" | "regional";

/** What becomes of an address that is no longer used: `protect` refuses, `retain` leaves it to the account. */
export type AddressRemoval = "protect" | "retain" | "release";

/** Elastic IP addresses that the network allocates, one for each zone with a NAT gateway. */
export interface CreatedElasticIps {
  readonly kind: "created";
  /** @default "protect" in production, "release" in ephemeral */
  readonly onRemoval?: AddressRemoval;
}

/** Elastic IP addresses that are there already, and stay. */
export interface OwnElasticIps<AllocationId = unknown> {
  readonly kind: "own";
  /** The allocation id for each zone with a NAT gateway: `{ "us-east-1a": "eipalloc-..." }`. */
  readonly allocationIds: Readonly<Record<string, AllocationId>>;
}

/** Where the public addresses of the NAT gateways are from. */
export interface AddressPlan {
  /** `automatic`: AWS brings those of a regional gateway. */
  readonly kind: "automatic" | "own" | "created";
  /** Of those that are created. */
  readonly onRemoval?: AddressRemoval;
}

export interface NatArgs {
  readonly natGateways?: NatGateways;
  readonly elasticIps?: CreatedElasticIps | OwnElasticIps;
  readonly profile: Profile;
}

export interface NatPlan {
  readonly mode: NatGateways;
  readonly addresses: AddressPlan;
}

/** The zones in which a mode needs an address. A single gateway stands in the zone that was named first. */
const ADDRESSED_ZONES: Readonly<Record<NatGateways, (zones: readonly string[]) => readonly string[]>> = {
  none: () => [],
  single: (zones) => zones.slice(0, 1),
  "per-zone": (zones) => zones,
  regional: (zones) => zones,
};

/** The zone of the NAT gateway that `zone` uses; undefined where no gateway belongs to a zone. */
const NAT_GATEWAY_ZONE: Readonly<Record<NatGateways, (zone: string, zones: readonly string[]) => string | undefined>> = {
  none: () => undefined,
  single: (_zone, zones) => zones[0],
  "per-zone": (zone) => zone,
  regional: () => undefined,
};

const REMOVALS: Readonly<Record<Profile, AddressRemoval>> = { production: "protect", ephemeral: "release" };

export function natGatewayZone(mode: NatGateways, zone: string, zones: readonly string[]): string | undefined {
  return NAT_GATEWAY_ZONE[mode](zone, zones);
}

function ownAddressProblems(mode: NatGateways, { allocationIds }: OwnElasticIps, zones: readonly string[]): ArgumentProblem[] {
  const needed = ADDRESSED_ZONES[mode](zones);
  const missing = needed.filter((zone) => !Object.hasOwn(allocationIds, zone));
  const unused = Object.keys(allocationIds).filter((zone) => !needed.includes(zone));
  if (missing.length + unused.length === 0) {
    return [];
  }
  return [
    {
      argument: "elasticIps.allocationIds",
      rule: `must have one address for each zone with a NAT gateway, which are ${needed.join(", ") || "none"}`,
      value: Object.keys(allocationIds),
      remedy: [
        ...(missing.length > 0 ? [`add ${missing.join(" and ")}`] : []),
        ...(unused.length > 0 ? [`remove ${unused.join(" and ")}`] : []),
      ].join(", "),
    },
  ];
}

export function natProblems({ natGateways = "per-zone", elasticIps }: NatArgs, zones: readonly string[]): ArgumentProblem[] {
  const mode = choiceProblems("natGateways", natGateways, Object.keys(NAT_GATEWAY_ZONE), {
    remedy: 'use "per-zone", unless the loss of one zone may cut the others off',
  });
  if (mode.length > 0 || elasticIps === undefined) {
    return mode;
  }
  return elasticIps.kind === "own"
    ? ownAddressProblems(natGateways, elasticIps, zones)
    : choiceProblems("elasticIps.onRemoval", elasticIps.onRemoval ?? "protect", ["protect", "retain", "release"], {
        remedy: 'use "protect", unless nobody has the addresses on a list',
      });
}

/** The arguments are free of the problems found above. */
export function planNat({ natGateways = "per-zone", elasticIps, profile }: NatArgs): NatPlan {
  if (elasticIps?.kind === "own") {
    return { mode: natGateways, addresses: { kind: "own" } };
  }
  if (elasticIps === undefined && natGateways === "regional") {
    return { mode: natGateways, addresses: { kind: "automatic" } };
  }
  return { mode: natGateways, addresses: { kind: "created", onRemoval: elasticIps?.onRemoval ?? REMOVALS[profile] } };
}
