import type { TargetWeights } from "@org/infra-compute";
import type { NatGateways } from "@org/infra-network";

/** How many instances a fleet has. */
export interface FleetSize {
  readonly minSize: number;
  readonly maxSize: number;
  readonly desiredCapacity: number;
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
  /** @default "10.0.0.0/16" */
  readonly vpcCidrBlock?: string;
  /** @default "per-zone" */
  readonly natGateways?: NatGateways;
  /** @default "t3.micro" */
  readonly instanceType?: string;
  /** @default 2 to 6 instances, 2 desired */
  readonly primaryFleet?: FleetSize;
  /** @default 2 to 4 instances, 2 desired */
  readonly secondaryFleet?: FleetSize;
  /** Shares of the requests. @default 50 and 50 */
  readonly trafficWeights?: TargetWeights;
  /**
   * Version of the launch template that the secondary fleet stays on while the primary takes a new one, so that the two
   * halves never replace their instances at a time; raise it when the primary has proved the new version.
   * @default the newest, as the primary
   */
  readonly secondaryLaunchTemplateVersion?: number;
  /** Read capacity units of each table. @default 5 */
  readonly tableReadCapacity?: number;
  /** Write capacity units of each table. @default 5 */
  readonly tableWriteCapacity?: number;
  /** Days that the log group keeps its events. @default 14 */
  readonly logRetentionInDays?: number;
  /**
   * Makes the load balancer answer 403 to whatever comes without a secret header, which CloudFront sends: its addresses
   * alone prove little, the distributions of all customers share them. The number counts the header's values; raised by
   * one, it rotates the value without an interruption. @default none: every request from CloudFront's addresses is served
   */
  readonly originVerificationVersion?: number;
}
