import { childName, type Naming } from "@org/infra-naming";
import {
  Eip,
  type InternetGateway,
  NatGateway,
  Route,
  type RouteArgs,
  RouteTable,
  RouteTableAssociation,
  Subnet,
  type SubnetArgs,
} from "@pulumi/aws/ec2";
import { all, type ComponentResource, type Input, type Output, type Resource } from "@pulumi/pulumi";
import type { SubnetTier } from "./subnet-addresses";

/** A subnet with the routing that makes it what it is. */
export interface RoutedSubnet {
  readonly subnet: Subnet;
  readonly routeTable: RouteTable;
  readonly association: RouteTableAssociation;
  /** The way out; absent where there is none. */
  readonly defaultRoute?: Route;
}

/** A NAT gateway with the address that the internet sees. */
export interface NatGatewayWithAddress {
  readonly elasticIp: Eip;
  readonly natGateway: NatGateway;
}

/** What the parts of one network have in common. */
export interface PartOfNetwork {
  readonly parent: ComponentResource;
  /** The component's logical name. */
  readonly name: string;
  readonly naming: Naming;
  readonly tags: Readonly<Record<string, string>>;
  readonly vpcId: Input<string>;
}

/** What has to be there before traffic leaves the subnet. */
function routingOf({ association, defaultRoute }: RoutedSubnet): Resource[] {
  return defaultRoute === undefined ? [association] : [association, defaultRoute];
}

/** The tags of a child: those of the network, and its logical name as the name shown in the console. */
export function tagsOf(network: Pick<PartOfNetwork, "naming" | "tags">, childsName: string): Record<string, string> {
  return network.naming.nameTags(childsName, network.tags);
}

/** A subnet with a route table of its own, so that zones can be routed, and fail, apart from each other. */
export function routedSubnet(
  network: PartOfNetwork,
  tier: SubnetTier,
  args: { availabilityZone: string; cidrBlock: string; wayOut?: Pick<RouteArgs, "gatewayId" | "natGatewayId"> },
  transform: (args: SubnetArgs) => SubnetArgs = (untouched) => untouched,
): RoutedSubnet {
  const { parent, vpcId } = network;
  const name = childName(network.name, tier, args.availabilityZone);
  const tags = tagsOf(network, name);
  const subnet = new Subnet(
    name,
    transform({
      vpcId,
      availabilityZone: args.availabilityZone,
      cidrBlock: args.cidrBlock,
      // Load balancers and NAT gateways bring their own addresses; nothing else gets one by accident (EC2.15).
      mapPublicIpOnLaunch: false,
      tags: { ...tags, Tier: tier },
    }),
    { parent },
  );
  const routeTable = new RouteTable(name, { vpcId, tags }, { parent });
  const association = new RouteTableAssociation(name, { subnetId: subnet.id, routeTableId: routeTable.id }, { parent });
  if (args.wayOut === undefined) {
    return { subnet, routeTable, association };
  }
  // Standalone, because routes listed in the table fight with those that others add to it.
  const defaultRoute = new Route(
    childName(name, "default"),
    { routeTableId: routeTable.id, destinationCidrBlock: "0.0.0.0/0", ...args.wayOut },
    { parent },
  );
  return { subnet, routeTable, association, defaultRoute };
}

/** A NAT gateway in a public subnet. Its address stays when the gateway is replaced. */
export function natGateway(
  network: PartOfNetwork,
  availabilityZone: string,
  publicSubnet: RoutedSubnet,
  internetGateway: InternetGateway,
): NatGatewayWithAddress {
  const { parent } = network;
  const name = childName(network.name, "nat", availabilityZone);
  const tags = tagsOf(network, name);
  // AWS maps public addresses only in a network with an internet gateway, and detaches none while they are mapped.
  const elasticIp = new Eip(name, { domain: "vpc", tags }, { parent, dependsOn: [internetGateway] });
  const gateway = new NatGateway(
    name,
    { allocationId: elasticIp.id, connectivityType: "public", subnetId: publicSubnet.subnet.id, tags },
    {
      parent,
      // Who waits for the gateway waits for the whole way out.
      dependsOn: [internetGateway, ...routingOf(publicSubnet)],
      // The address belongs to one gateway at a time, so a successor can only come after its predecessor.
      deleteBeforeReplace: true,
    },
  );
  return { elasticIp, natGateway: gateway };
}

/**
 * The subnet's id, for those who put something into it: they depend on its routing as well, or instances would start
 * without a way out. It waits for URNs, which a preview knows, so it never makes a known id unknown.
 */
export function routedSubnetId(routed: RoutedSubnet): Output<string> {
  return all([routed.subnet.id, ...routingOf(routed).map((resource) => resource.urn)]).apply(([id]) => id);
}
