import { partitionOf } from "./partitions";
import { regionTable } from "./region-table";
import { servicePrincipal } from "./service-principals";

/** Who writes the access logs of a region's load balancers, for the policy of the bucket they are written to. */
export interface ElbLogDelivery {
  /** Delivers in every region; the one that AWS recommends. */
  readonly servicePrincipal: string;
  /** The account that does so as well in regions that are older than August 2022; absent elsewhere. */
  readonly legacyAccountId?: string;
}

/** What is known about an AWS region. */
export interface RegionFacts {
  /** `aws`, `aws-cn`, `aws-us-gov`, ... */
  readonly partition: string;
  /**
   * Full names (`us-east-1a`), in order. Empty when AWS has not published them. Which of them an account sees differs
   * (us-west-1, us-east-1): for tests and defaults, not for refusing what somebody asks for.
   */
  readonly availabilityZones: readonly string[];
  readonly elbLogDelivery: ElbLogDelivery;
  /** The Route 53 hosted zone of application load balancers; absent where AWS publishes none. */
  readonly albHostedZoneId?: string;
  /** Whether an account has to switch the region on; absent when AWS has not said. */
  readonly optIn?: boolean;
}

/** The facts about `region`, or undefined for a region that is not in the table. */
export function regionFacts(region: string): RegionFacts | undefined {
  if (!Object.hasOwn(regionTable, region)) {
    return undefined;
  }
  const { zones, elbLogAccountId, albHostedZoneId, optIn } = regionTable[region];
  return {
    partition: partitionOf(region),
    availabilityZones: [...zones].map((letter) => `${region}${letter}`),
    elbLogDelivery: {
      servicePrincipal: servicePrincipal("logdelivery.elasticloadbalancing"),
      ...(elbLogAccountId !== undefined && { legacyAccountId: elbLogAccountId }),
    },
    ...(albHostedZoneId !== undefined && { albHostedZoneId }),
    ...(optIn !== undefined && { optIn }),
  };
}

/** The names of all regions in the table. */
export const knownRegions: readonly string[] = Object.keys(regionTable);
