import type { ArgumentProblem } from "@org/infra-naming";
import { zoneProblem } from "./availability-zones";
import { choiceProblems } from "./choice";
import type { Profile } from "./profile";

/** How private subnets reach the internet. */
export type NatGateways = "none" | "single" | "per-zone" | "regional";

/** What becomes of an address that is no longer used: `protect` refuses, `retain` leaves it to the account. */
export type AddressRemoval = "protect" | "retain" | "release";

/** Elastic IP addresses that the network allocates, one for each zone with a NAT gateway. */
export interface CreatedElasticIps {
  readonly kind: "created";
  /**
   * What becomes of one that is no longer used: `protect` refuses, `retain` leaves it to the account.
   * @default "protect" in production, "release" in ephemeral
   */
  readonly onRemoval?: AddressRemoval;
  /**
   * Zones whose address stays while no NAT gateway uses it, so that the gateway which comes back has it again: behind
   * another mode of `natGateways`, or with a zone that left the network. An idle address costs what a used one does.
   * @default none
   */
  readonly keep?: readonly string[];
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
  /** The zones that have an address and no NAT gateway, each once; absent where every address is used. */
  readonly kept?: readonly string[];
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

/** An address belongs to one gateway at a time. Ids that are not known yet cannot be compared. */
function repeatedAddressProblems(allocationIds: Readonly<Record<string, unknown>>): ArgumentProblem[] {
  const known = Object.entries(allocationIds).filter(([, id]) => typeof id === "string");
  return known.flatMap(([zone, id], index) => {
    const earlier = known.slice(0, index).find(([, other]) => other === id);
    if (earlier === undefined) {
      return [];
    }
    return {
      argument: `elasticIps.allocationIds["${zone}"]`,
      rule: "must be an address that no other zone has, because a NAT gateway does not share its address",
      value: id,
      remedy: `use another one, it is that of ${earlier[0]} already`,
    };
  });
}

function ownAddressProblems(mode: NatGateways, { allocationIds }: OwnElasticIps, zones: readonly string[]): ArgumentProblem[] {
  const needed = ADDRESSED_ZONES[mode](zones);
  const missing = needed.filter((zone) => !Object.hasOwn(allocationIds, zone));
  const unused = Object.keys(allocationIds).filter((zone) => !needed.includes(zone));
  if (missing.length + unused.length === 0) {
    return repeatedAddressProblems(allocationIds);
  }
  return [
    ...repeatedAddressProblems(allocationIds),
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

function createdAddressProblems({ onRemoval = "protect", keep = [] }: CreatedElasticIps, region: string): ArgumentProblem[] {
  return [
    ...choiceProblems("elasticIps.onRemoval", onRemoval, ["protect", "retain", "release"], {
      remedy: 'use "protect", unless nobody has the addresses on a list',
    }),
    ...keep.flatMap((zone, index) => zoneProblem(zone, region, `elasticIps.keep[${index}]`) ?? []),
  ];
}

export function natProblems({ natGateways = "per-zone", elasticIps }: NatArgs, zones: readonly string[], region: string): ArgumentProblem[] {
  const mode = choiceProblems("natGateways", natGateways, Object.keys(NAT_GATEWAY_ZONE), {
    remedy: 'use "per-zone", unless the loss of one zone may cut the others off',
  });
  if (mode.length > 0 || elasticIps === undefined) {
    return mode;
  }
  return elasticIps.kind === "own"
    ? ownAddressProblems(natGateways, elasticIps, zones)
    : createdAddressProblems(elasticIps, region);
}

/** The arguments are free of the problems found above. */
export function planNat({ natGateways = "per-zone", elasticIps, profile }: NatArgs, zones: readonly string[]): NatPlan {
  if (elasticIps?.kind === "own") {
    return { mode: natGateways, addresses: { kind: "own" } };
  }
  if (elasticIps === undefined && natGateways === "regional") {
    return { mode: natGateways, addresses: { kind: "automatic" } };
  }
  const { onRemoval = REMOVALS[profile], keep = [] } = elasticIps ?? {};
  const used = ADDRESSED_ZONES[natGateways](zones);
  const kept = [...new Set(keep)].filter((zone) => !used.includes(zone));
  return { mode: natGateways, addresses: { kind: "created", onRemoval, ...(kept.length > 0 && { kept }) } };
}
