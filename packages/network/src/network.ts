import { childName, Naming } from "@org/infra-naming";
import { DefaultSecurityGroup, InternetGateway, type SubnetArgs, Vpc, type VpcArgs, VpcEndpoint } from "@pulumi/aws/ec2";
import { all, ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import {
  natGateway,
  type NatGatewayWithAddress,
  type PartOfNetwork,
  type RoutedSubnet,
  routedSubnet,
  routedSubnetId,
  tagsOf,
} from "./network-parts";
import { type NatGateways, type NetworkPlan, planNetwork } from "./network-plan";

/** What a `Network` is made from. All plain values: they decide which resources there are. */
export interface NetworkArgs {
  /**
   * The addresses of the network, an IPv4 block of /16 to /22. Each zone has a fixed eighth of it: half of that for its
   * private subnet, an eighth for its public one, the rest in reserve. Of a /16 that is a /20 and a /22 per zone.
   *
   * @default "10.0.0.0/16"
   */
  readonly cidrBlock?: string;
  /**
   * At least two zones, by name: `["us-east-1a", "us-east-1b"]`. Adding or removing one leaves the others alone.
   * The first is where a single NAT gateway stands: keep it first.
   */
  readonly availabilityZones: readonly string[];
  /** The region of those zones, which is that of the provider: `us-east-1`. */
  readonly region: string;
  /**
   * `per-zone`: a NAT gateway in each zone, none of which depends on another. `single`: one for all, cheaper, and the
   * way out is gone with its zone. `none`: private subnets have no way out but the gateway endpoints.
   *
   * @default "per-zone"
   */
  readonly natGateways?: NatGateways;
  /**
   * Whose names and tags the resources carry.
   *
   * @default `Naming.ofStack()`
   */
  readonly naming?: Naming;
  /**
   * Tags of every resource besides the standard ones.
   *
   * @default none
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Changes to the arguments of single resources, for what has no argument of its own here (tags that Kubernetes looks
   * for, IPv6).
   *
   * @default nothing is changed
   */
  readonly transform?: {
    readonly vpc?: (args: VpcArgs) => VpcArgs;
    readonly publicSubnet?: (args: SubnetArgs) => SubnetArgs;
    readonly privateSubnet?: (args: SubnetArgs) => SubnetArgs;
  };
}

/** One availability zone of a network. */
export interface NetworkZone {
  readonly public: RoutedSubnet;
  readonly private: RoutedSubnet;
  /** Absent in a zone without a NAT gateway. */
  readonly nat?: NatGatewayWithAddress;
}

/**
 * A VPC over two or more availability zones: in each a public and a private subnet, with route tables of their own.
 *
 * DNS is on, S3 and DynamoDB are reached without a NAT gateway, nothing gets a public address by itself, and the
 * default security group lets nothing through (EC2.2). A subnet's addresses depend on its zone's letter and its tier
 * alone, and resources are named after their zone, so a zone comes or goes without touching the others.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/how-it-works.html
 */
export class Network extends ComponentResource {
  readonly vpc: Vpc;
  readonly internetGateway: InternetGateway;
  readonly defaultSecurityGroup: DefaultSecurityGroup;
  /** The resources of each zone, by the zone's name. */
  readonly zones: Readonly<Record<string, NetworkZone>>;
  /** The services that are reached through the route tables: free of charge, and not through a NAT gateway. */
  readonly gatewayEndpoints: Readonly<Record<"s3" | "dynamodb", VpcEndpoint>>;

  /** The addresses of the network: `10.0.0.0/16`. */
  readonly cidrBlock: string;
  readonly vpcId: Output<string>;
  /** In the order of the zones. What uses them waits for their routing. */
  readonly publicSubnetIds: Output<string[]>;
  /** In the order of the zones. What uses them waits for their routing, NAT gateways included. */
  readonly privateSubnetIds: Output<string[]>;
  /** The public addresses of the NAT gateways, from which the private subnets are seen; empty without any. */
  readonly egressIps: Output<string[]>;

  /** @throws ArgumentError that lists everything that is wrong, before anything is created */
  constructor(name: string, args: NetworkArgs, opts?: ComponentResourceOptions) {
    const { naming = Naming.ofStack(), tags = {}, transform = {} } = args;
    const plan = planNetwork(args);
    naming.tags(tags); // Throws while nothing is registered.
    super("org:network:Network", name, {}, opts);

    this.cidrBlock = plan.cidrBlock;
    this.vpc = this.createVpc(name, tagsOf({ naming, tags }, name), transform.vpc);
    const network: PartOfNetwork = { parent: this, name, naming, tags, vpcId: this.vpc.id };

    this.defaultSecurityGroup = this.emptyDefaultSecurityGroup(network);
    this.internetGateway = this.createInternetGateway(network);
    this.zones = this.createZones(network, plan, transform);
    this.gatewayEndpoints = this.createGatewayEndpoints(network, args.region);

    const zones = plan.zones.map(({ availabilityZone }) => this.zones[availabilityZone]);
    this.vpcId = this.vpc.id;
    this.publicSubnetIds = all(zones.map((zone) => routedSubnetId(zone.public)));
    this.privateSubnetIds = all(zones.map((zone) => routedSubnetId(zone.private)));
    this.egressIps = all(zones.flatMap(({ nat }) => (nat === undefined ? [] : [nat.elasticIp.publicIp])));

    this.registerOutputs({
      vpcId: this.vpcId,
      publicSubnetIds: this.publicSubnetIds,
      privateSubnetIds: this.privateSubnetIds,
      egressIps: this.egressIps,
    });
  }

  private createVpc(name: string, tags: Record<string, string>, transform = (untouched: VpcArgs) => untouched): Vpc {
    return new Vpc(
      childName(name, "vpc"),
      transform({ cidrBlock: this.cidrBlock, enableDnsSupport: true, enableDnsHostnames: true, tags }),
      { parent: this },
    );
  }

  /** AWS creates it open and nobody can delete it, so it is taken over and emptied. */
  private emptyDefaultSecurityGroup(network: PartOfNetwork): DefaultSecurityGroup {
    const name = childName(network.name, "default");
    return new DefaultSecurityGroup(
      name,
      { vpcId: network.vpcId, ingress: [], egress: [], tags: tagsOf(network, name) },
      { parent: this },
    );
  }

  private createInternetGateway(network: PartOfNetwork): InternetGateway {
    const name = childName(network.name, "internet");
    return new InternetGateway(
      name,
      { vpcId: network.vpcId, tags: tagsOf(network, name) },
      // AWS moves no gateway out of a network in which public addresses are mapped: a new network gets its own.
      { parent: this, replaceOnChanges: ["vpcId"] },
    );
  }

  private createZones(
    network: PartOfNetwork,
    plan: NetworkPlan,
    transform: NonNullable<NetworkArgs["transform"]>,
  ): Record<string, NetworkZone> {
    const zones: Record<string, NetworkZone> = {};
    for (const { availabilityZone, cidrBlocks, natGatewayZone } of plan.zones) {
      const publicSubnet = routedSubnet(
        network,
        "public",
        { availabilityZone, cidrBlock: cidrBlocks.public, wayOut: { gatewayId: this.internetGateway.id } },
        transform.publicSubnet,
      );
      const nat =
        natGatewayZone === availabilityZone
          ? natGateway(network, availabilityZone, publicSubnet, this.internetGateway)
          : undefined;
      // A zone that uses another's NAT gateway uses that of the first zone, which is there by now.
      const usedNat = natGatewayZone === undefined ? undefined : (nat ?? zones[natGatewayZone].nat);
      const privateSubnet = routedSubnet(
        network,
        "private",
        {
          availabilityZone,
          cidrBlock: cidrBlocks.private,
          ...(usedNat !== undefined && { wayOut: { natGatewayId: usedNat.natGateway.id } }),
        },
        transform.privateSubnet,
      );
      zones[availabilityZone] = { public: publicSubnet, private: privateSubnet, ...(nat !== undefined && { nat }) };
    }
    return zones;
  }

  private createGatewayEndpoints(network: PartOfNetwork, region: string): Network["gatewayEndpoints"] {
    const routeTableIds = Object.values(this.zones).flatMap((zone) => {
      return [zone.public.routeTable.id, zone.private.routeTable.id];
    });
    const endpointTo = (service: string) => {
      const name = childName(network.name, service);
      return new VpcEndpoint(
        name,
        {
          vpcId: network.vpcId,
          vpcEndpointType: "Gateway",
          serviceName: `com.amazonaws.${region}.${service}`,
          routeTableIds,
          tags: tagsOf(network, name),
        },
        { parent: this },
      );
    };
    return { s3: endpointTo("s3"), dynamodb: endpointTo("dynamodb") };
  }
}
