import type { Naming } from "@org/infra-naming";
import type { VpcArgs } from "@pulumi/aws/ec2";
import type { CustomResourceOptions, Input } from "@pulumi/pulumi";
import type { EndpointPolicy, GatewayService, InterfaceEndpoint } from "./endpoints-plan";
import type { ExplicitAddresses } from "./explicit-addresses";
import type { FlowLogBucket } from "./flow-logs";
import type { FlowLogs } from "./flow-logs-plan";
import type { LockedSubnet } from "./layout-lock";
import type { CreatedElasticIps, NatGateways, OwnElasticIps } from "./nat-plan";
import type { PoolSize } from "./network-plan";
import type { Profile } from "./profile";
import type { SubnetTransform } from "./routed-subnet";

/** A pool of Amazon VPC IPAM, which gives the network its block when it is created. */
export interface PoolAddresses extends PoolSize {
  /** Id of the pool. */
  readonly poolId: Input<string>;
}

/** What a `Network` is made from. What decides which resources there are is plain; `Input`s only fill properties. */
export interface NetworkArgs {
  /** The region of the zones, which is that of the provider: `us-east-1`. */
  readonly region: string;
  /**
   * At least two zones, all by name (`us-east-1a`) or all by id (`use1-az1`). Adding or removing one leaves the others
   * alone. The first is where a single NAT gateway stands: keep it first.
   */
  readonly availabilityZones: readonly string[];
  /**
   * The addresses of the network, an IPv4 block of /16 to /22. Each zone has a fixed eighth of it: half of that for its
   * private subnet, an eighth each for its public and its isolated one, the rest in reserve. Of a /16: /20, /22, /22.
   * @default "10.0.0.0/16"
   */
  readonly cidrBlock?: string;
  /** Addresses of another origin, instead of `cidrBlock`: each subnet's own, or a pool's. @default those of `cidrBlock` */
  readonly addresses?: ExplicitAddresses | PoolAddresses;
  /**
   * Subnets that must stay where they are: the `layout` of an earlier deployment, as JSON. What would move or remove one
   * is refused before anything is created; with a pool, when its block is known. Subnets may come besides.
   * @default nothing is locked
   */
  readonly expectedLayout?: readonly LockedSubnet[];
  /** Whether each zone has a third subnet with no way out, for databases. @default false */
  readonly isolatedSubnets?: boolean;
  /** Whether every subnet has IPv6 addresses and routes besides; private ones only outwards. Cannot be taken back. @default false */
  readonly ipv6?: boolean;
  /**
   * `per-zone`: a NAT gateway in each zone, none of which depends on another. `single`: one for all, cheaper, and the
   * way out is gone with its zone. `regional`: one that AWS keeps in every zone. `none`: private subnets have no way out
   * but the endpoints.
   * @default "per-zone"
   */
  readonly natGateways?: NatGateways;
  /** Whose the addresses of the NAT gateways are. @default allocated here; with `regional`, brought by AWS */
  readonly elasticIps?: CreatedElasticIps | OwnElasticIps<Input<string>>;
  /** Services that are reached through the route tables, which is free. @default ["s3", "dynamodb"] */
  readonly gatewayEndpoints?: readonly GatewayService[];
  /**
   * Services that are reached inside the network, by name: `secretsmanager`, `ecr.api`; more is said where a service is
   * not in every zone, or not AWS's. Charged by zone and hour.
   * @default ["ssm", "ssmmessages"] in production, none in ephemeral
   */
  readonly interfaceEndpoints?: readonly (string | InterfaceEndpoint)[];
  /** By service, who may do what through its endpoint. @default "own-account", where the service works with it */
  readonly endpointPolicies?: Readonly<Record<string, EndpointPolicy<Input<string>>>>;
  /** Where the flows are recorded. @default refused ones in CloudWatch Logs in production, none in ephemeral */
  readonly flowLogs?: FlowLogs<Input<string>, FlowLogBucket>;
  /** The account, for policies. @default the provider's */
  readonly accountId?: Input<string>;
  /** `production` protects the addresses and records flows; `ephemeral` can be destroyed and costs little. @default "production" */
  readonly profile?: Profile;
  /** Whose names and tags the resources carry. @default `Naming.ofStack()` */
  readonly naming?: Naming;
  /** Tags of every resource besides the standard ones. @default none */
  readonly tags?: Readonly<Record<string, string>>;
  /** Last word on the VPC and on the subnets of each tier, for what has no argument here. @default none */
  readonly transform?: {
    readonly vpc?: (args: VpcArgs, opts: CustomResourceOptions) => void;
    readonly publicSubnet?: SubnetTransform;
    readonly privateSubnet?: SubnetTransform;
    readonly isolatedSubnet?: SubnetTransform;
  };
}
