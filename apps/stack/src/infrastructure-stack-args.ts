import type { TargetWeights } from "@org/infra-compute";
import type { NatGateways } from "@org/infra-network";

/** How many instances a fleet has. */
export interface FleetSize {
  readonly minSize: number;
  readonly maxSize: number;
  readonly desiredCapacity: number;
}

/** A domain name whose DNS is in Route 53. */
export interface StackDomain {
  /** What viewers type, for example `app.example.com`. */
  readonly name: string;
  /** Id of the public hosted zone that holds the name. */
  readonly hostedZoneId: string;
}

export interface InfrastructureStackArgs {
  /** Home region; what is global (CloudFront and its web ACL) lives in us-east-1 from any of them. */
  readonly region: string;
  /** Names of at least two availability zones of the region. */
  readonly availabilityZones: readonly string[];
  /** Names everything. @default config `environment`, else the Pulumi stack's name */
  readonly environment?: string;
  /** `ephemeral` survives destroy and up again under the same names; `production` protects. @default "production" */
  readonly profile?: "production" | "ephemeral";
  /**
   * A domain name of your own. With it every connection is encrypted: viewers get TLS by that name, and CloudFront reaches
   * the load balancer by TLS under the name `origin.` before it.
   * @default none: CloudFront's own name, and no TLS between CloudFront and the load balancer
   */
  readonly domain?: StackDomain;
  /**
   * `internal` takes the load balancer off the internet: CloudFront reaches it inside the VPC, and nobody else can.
   * @default "internet-facing", with a security group that lets in CloudFront alone
   */
  readonly loadBalancerScheme?: "internet-facing" | "internal";
  /** Address block of the VPC, /16 to /22. @default "10.0.0.0/16" */
  readonly vpcCidrBlock?: string;
  /** How private subnets reach the internet. @default "per-zone" */
  readonly natGateways?: NatGateways;
  /** Of the instances in both fleets. @default "t3.micro" */
  readonly instanceType?: string;
  /** Size of the primary fleet. @default 2 to 6 instances, 2 desired */
  readonly primaryFleet?: FleetSize;
  /** Size of the secondary fleet. @default 2 to 4 instances, 2 desired */
  readonly secondaryFleet?: FleetSize;
  /** Shares of the requests. @default 50 and 50 */
  readonly trafficWeights?: TargetWeights;
  /**
   * Version of the launch template that the secondary fleet stays on while the primary takes a new one, so that the two
   * halves never replace their instances at a time; raise it when the primary has proved the new version. Its instances
   * are then of the version's own type, without the equal ones that a fleet may otherwise take in its place.
   * @default the newest, as the primary
   */
  readonly secondaryLaunchTemplateVersion?: number;
  /** Read capacity units of each table; in production the least, and DynamoDB scales to ten times as many. @default 5 */
  readonly tableReadCapacity?: number;
  /** Write capacity units of each table, as `tableReadCapacity`. @default 5 */
  readonly tableWriteCapacity?: number;
  /** Days that the log group keeps its events. @default 14 */
  readonly logRetentionInDays?: number;
  /**
   * Makes the load balancer answer 403 to whatever comes without a secret header, which CloudFront sends: its addresses
   * alone prove little, the distributions of all customers share them. The number counts the header's values; raised by
   * one, it rotates the value without an interruption. @default none: every request from CloudFront's addresses is served
   */
  readonly originVerificationVersion?: number;
  /** Who is told of alarms; each address gets a mail that it has to confirm. @default nobody: the topic is there */
  readonly alarmEmailAddresses?: readonly string[];
  /**
   * Hardens what the account does in this region unless told otherwise: encrypted volumes, IMDSv2, no public snapshots,
   * images or buckets. It concerns everything in the account, and stays when the stack goes. @default false
   */
  readonly accountBaseline?: boolean;
}
