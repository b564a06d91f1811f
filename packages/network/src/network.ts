import { childName, Naming } from "@org/infra-naming";
import { DefaultSecurityGroup, EgressOnlyInternetGateway, type Eip, InternetGateway, Vpc, type VpcArgs, type VpcEndpoint } from "@pulumi/aws/ec2";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import {
  all,
  ComponentResource,
  type ComponentResourceOptions,
  type CustomResourceOptions,
  type Input,
  type Output,
  output,
} from "@pulumi/pulumi";
import { endpointPeers, type EndpointPeers, gatewayEndpoints, interfaceEndpoints, type InterfaceEndpoints } from "./endpoints";
import type { GatewayService } from "./endpoints-plan";
import { networkFlowLog, type NetworkFlowLog } from "./flow-logs";
import { planFlowLogs } from "./flow-logs-plan";
import { subnetIpv6CidrBlock } from "./ipv6-block";
import { keptElasticIps, type NatContext, type NatGatewayWithAddress, type RegionalNatGateway, regionalNatGateway, zonalNatGateway } from "./nat";
import type { NetworkArgs } from "./network-args";
import { lockedLayout, type SubnetLayout } from "./network-layout";
import { type NetworkPlan, planNetwork, slotCidrBlocks, type ZonePlan } from "./network-plan";
import {
  type PartOfNetwork,
  type RoutedSubnet,
  routedSubnet,
  type RoutedSubnetArgs,
  routedSubnetId,
  type SubnetTransform,
  tagsOf,
} from "./routed-subnet";
import type { SubnetTier } from "./subnet-addresses";

/** One availability zone of a network. */
export interface NetworkZone {
  readonly public: RoutedSubnet;
  readonly private: RoutedSubnet;
  /** Absent without `isolatedSubnets`. */
  readonly isolated?: RoutedSubnet;
  /** Absent in a zone without a NAT gateway of its own. */
  readonly nat?: NatGatewayWithAddress;
}

/** What a network is being built from, for its private methods. */
interface Building {
  readonly args: NetworkArgs;
  readonly plan: NetworkPlan;
  readonly network: PartOfNetwork;
}

/**
 * A VPC over two or more availability zones: in each a public and a private subnet, with route tables of their own.
 *
 * DNS is on, S3 and DynamoDB are reached without a NAT gateway, nothing gets a public address by itself, and the
 * default security group lets nothing through (EC2.2). A subnet's addresses depend on its zone and its tier alone, and
 * resources are named after their zone, so a zone comes or goes without touching the others.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/how-it-works.html
 */
export class Network extends ComponentResource {
  readonly vpc: Vpc;
  readonly internetGateway: InternetGateway;
  /** The way out for IPv6 of private subnets; absent without `ipv6`. */
  readonly egressOnlyInternetGateway?: EgressOnlyInternetGateway;
  readonly defaultSecurityGroup: DefaultSecurityGroup;
  /** The resources of each zone, by the zone as it was named. */
  readonly zones: Readonly<Record<string, NetworkZone>>;
  /** Absent unless `natGateways` is `regional`. */
  readonly regionalNat?: RegionalNatGateway;
  /** Addresses that wait for their NAT gateway, by zone: those of `elasticIps.keep` that none uses. */
  readonly keptElasticIps: Readonly<Record<string, Eip>>;
  /** The services that are reached through the route tables: free of charge, and not through a NAT gateway. */
  readonly gatewayEndpoints: Readonly<Partial<Record<GatewayService, VpcEndpoint>>>;
  /** Absent where no service was named. */
  readonly interfaceEndpoints?: InterfaceEndpoints;
  /** Absent where flows are not recorded. */
  readonly flowLog?: NetworkFlowLog;
  /** Where the endpoints are, for the security groups of those who may connect to nothing else. */
  readonly endpointPeers: EndpointPeers;

  /** The addresses of the network: `10.0.0.0/16`. */
  readonly cidrBlock: Output<string>;
  /** Every subnet with its addresses, as rows of a table. */
  readonly layout: Output<SubnetLayout[]>;
  readonly vpcId: Output<string>;
  /** In the order of the zones. What uses them waits for their routing. */
  readonly publicSubnetIds: Output<string[]>;
  /** In the order of the zones. What uses them waits for their routing, NAT gateways included. */
  readonly privateSubnetIds: Output<string[]>;
  /** In the order of the zones; empty without `isolatedSubnets`. */
  readonly isolatedSubnetIds: Output<string[]>;
  /** The public addresses of the NAT gateways, from which the private subnets are seen; empty without any. */
  readonly egressIps: Output<string[]>;

  /** @throws ArgumentError that lists everything that is wrong, before anything is created */
  constructor(name: string, args: NetworkArgs, opts?: ComponentResourceOptions) {
    const { naming = Naming.ofStack(), tags = {}, region, profile = "production" } = args;
    const subject = `Network "${name}"`;
    const plan = planNetwork(subject, args);
    const layoutIn = (cidrBlock: string) => lockedLayout(subject, plan, cidrBlock, args.expectedLayout);
    // Throws while nothing is registered; what a pool gives is held against the expected layout when it is known.
    const layout = plan.cidrBlock === undefined ? undefined : layoutIn(plan.cidrBlock);
    naming.nameTags(name, { ...tags, Tier: "" }); // Throws while nothing is registered: subnets have the most tags.
    super("org:network:Network", name, {}, opts);

    this.vpc = this.createVpc(name, tagsOf({ naming, tags }, name), args, plan);
    const network: PartOfNetwork = { parent: this, name, naming, tags, vpcId: this.vpc.id };
    const building: Building = { args, plan, network };
    const context = { network, region, accountId: this.accountId(args.accountId), policies: args.endpointPolicies ?? {} };

    this.cidrBlock = plan.cidrBlock === undefined ? this.vpc.cidrBlock : output(plan.cidrBlock);
    this.layout = layout === undefined ? this.cidrBlock.apply(layoutIn) : output(layout);
    this.defaultSecurityGroup = this.emptyDefaultSecurityGroup(network);
    this.internetGateway = this.createInternetGateway(network);
    if (args.ipv6 === true) {
      this.egressOnlyInternetGateway = this.createEgressOnlyInternetGateway(network);
    }
    const nat: NatContext = {
      network,
      internetGateway: this.internetGateway,
      addresses: plan.nat.addresses,
      ...(args.elasticIps?.kind === "own" && { own: args.elasticIps }),
    };
    if (plan.nat.mode === "regional") {
      this.regionalNat = regionalNatGateway(nat, args.availabilityZones);
    }
    this.keptElasticIps = keptElasticIps(nat);
    this.zones = this.createZones(building, nat);
    const zones = args.availabilityZones.map((zone) => this.zones[zone]);
    const subnets = zones.flatMap((zone) => [zone.public, zone.private, ...(zone.isolated === undefined ? [] : [zone.isolated])]);
    this.gatewayEndpoints = gatewayEndpoints(context, plan.endpoints, subnets);
    this.interfaceEndpoints = interfaceEndpoints(context, plan.endpoints, {
      cidrBlock: this.cidrBlock,
      subnets: Object.fromEntries(args.availabilityZones.map((zone) => [zone, this.zones[zone].private])),
    });
    this.endpointPeers = endpointPeers(this.gatewayEndpoints, this.interfaceEndpoints);
    this.flowLog = networkFlowLog(context, planFlowLogs({ flowLogs: args.flowLogs, profile }));

    this.vpcId = this.vpc.id;
    this.publicSubnetIds = all(zones.map((zone) => routedSubnetId(zone.public)));
    this.privateSubnetIds = all(zones.map((zone) => routedSubnetId(zone.private)));
    this.isolatedSubnetIds = all(zones.flatMap(({ isolated }) => (isolated === undefined ? [] : [routedSubnetId(isolated)])));
    this.egressIps = this.regionalNat?.publicIps ?? all(zones.flatMap((zone) => zone.nat?.publicIp ?? []));

    this.registerOutputs({
      vpcId: this.vpcId,
      cidrBlock: this.cidrBlock,
      layout: this.layout,
      publicSubnetIds: this.publicSubnetIds,
      privateSubnetIds: this.privateSubnetIds,
      isolatedSubnetIds: this.isolatedSubnetIds,
      egressIps: this.egressIps,
    });
  }

  /** Asked for only by what has a policy, and only once. */
  private accountId(given: Input<string> | undefined): () => Input<string> {
    let accountId = given;
    return () => (accountId ??= getCallerIdentityOutput({}, { parent: this }).accountId);
  }

  private createVpc(name: string, tags: Record<string, string>, args: NetworkArgs, { cidrBlock }: NetworkPlan): Vpc {
    const { addresses, ipv6 = false } = args;
    const pool = addresses?.kind === "ipam" ? { ipv4IpamPoolId: addresses.poolId, ipv4NetmaskLength: addresses.netmaskLength } : {};
    const vpcArgs: VpcArgs = {
      ...(cidrBlock === undefined ? pool : { cidrBlock }),
      ...(ipv6 && { assignGeneratedIpv6CidrBlock: true }),
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags,
    };
    const vpcOpts: CustomResourceOptions = { parent: this };
    args.transform?.vpc?.(vpcArgs, vpcOpts);
    return new Vpc(childName(name, "vpc"), vpcArgs, vpcOpts);
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

  private createEgressOnlyInternetGateway(network: PartOfNetwork): EgressOnlyInternetGateway {
    const name = childName(network.name, "egress-only");
    return new EgressOnlyInternetGateway(name, { vpcId: network.vpcId, tags: tagsOf(network, name) }, { parent: this });
  }

  private createZones(building: Building, nat: NatContext): Record<string, NetworkZone> {
    const { args, plan, network } = building;
    const { publicSubnet, privateSubnet, isolatedSubnet } = args.transform ?? {};
    const gatewayId = this.internetGateway.id;
    const egressOnlyGatewayId = this.egressOnlyInternetGateway?.id;
    const zones: Record<string, NetworkZone> = {};
    for (const zone of plan.zones) {
      const { availabilityZone, natGatewayZone } = zone;
      const subnet = (tier: SubnetTier, ways: Pick<RoutedSubnetArgs, "wayOut" | "ipv6WayOut">, transform?: SubnetTransform) => {
        return routedSubnet(network, tier, { availabilityZone, ...this.addressesOf(building, zone, tier), ...ways }, transform);
      };
      const ipv6Ways = egressOnlyGatewayId === undefined ? undefined : { public: { gatewayId }, private: { egressOnlyGatewayId } };
      const ofPublic = subnet("public", { wayOut: { gatewayId }, ipv6WayOut: ipv6Ways?.public }, publicSubnet);
      const zonalNat = natGatewayZone === availabilityZone ? zonalNatGateway(nat, availabilityZone, ofPublic) : undefined;
      // A zone that uses another's NAT gateway uses that of the first zone, which is there by now.
      const sharedNat = natGatewayZone === undefined ? this.regionalNat : zones[natGatewayZone]?.nat;
      const natGatewayId = (zonalNat ?? sharedNat)?.natGateway.id;
      const wayOut = natGatewayId === undefined ? undefined : { natGatewayId };
      zones[availabilityZone] = {
        public: ofPublic,
        private: subnet("private", { wayOut, ipv6WayOut: ipv6Ways?.private }, privateSubnet),
        ...(plan.tiers.includes("isolated") && { isolated: subnet("isolated", {}, isolatedSubnet) }),
        ...(zonalNat !== undefined && { nat: zonalNat }),
      };
    }
    return zones;
  }

  /** Plain where the plan knows them; a pool's, and all of IPv6, when the VPC is there. */
  private addressesOf(
    { args, plan }: Building,
    { availabilityZone: zone, cidrBlocks }: ZonePlan,
    tier: SubnetTier,
  ): Pick<RoutedSubnetArgs, "cidrBlock" | "ipv6CidrBlock"> {
    // A pool's block waits for the layout, which has to be as expected before a subnet is made.
    const cidrBlock =
      cidrBlocks?.[tier] ?? all([this.cidrBlock, this.layout]).apply(([block]) => slotCidrBlocks(block, zone, plan.tiers)[tier]);
    return args.ipv6 === true
      ? { cidrBlock, ipv6CidrBlock: this.vpc.ipv6CidrBlock.apply((block) => subnetIpv6CidrBlock(block, zone, tier)) }
      : { cidrBlock };
  }
}
