import { childName, type Naming } from "@org/infra-naming";
import { Route, type RouteArgs, RouteTable, RouteTableAssociation, Subnet, type SubnetArgs } from "@pulumi/aws/ec2";
import { all, type ComponentResource, type CustomResourceOptions, type Input, type Output, type Resource } from "@pulumi/pulumi";
import { isZoneId } from "./availability-zones";
import type { SubnetTier } from "./subnet-addresses";

/** A subnet with the routing that makes it what it is. */
export interface RoutedSubnet {
  readonly subnet: Subnet;
  readonly routeTable: RouteTable;
  readonly association: RouteTableAssociation;
  /** The way out; absent where there is none. */
  readonly defaultRoute?: Route;
  /** The way out of IPv6; absent where there is none. */
  readonly defaultIpv6Route?: Route;
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

/** What makes one subnet different from another. */
export interface RoutedSubnetArgs {
  readonly availabilityZone: string;
  readonly cidrBlock: Input<string>;
  /** Absent in a network without IPv6. */
  readonly ipv6CidrBlock?: Input<string>;
  readonly wayOut?: Pick<RouteArgs, "gatewayId" | "natGatewayId">;
  readonly ipv6WayOut?: Pick<RouteArgs, "gatewayId" | "egressOnlyGatewayId">;
}

/** A change of a subnet's own arguments and options, in place. */
export type SubnetTransform = (args: SubnetArgs, opts: CustomResourceOptions) => void;

/** The zone as the argument that takes it, which differs between names and ids. */
export function zoneArgument(zone: string): { readonly availabilityZone: string } | { readonly availabilityZoneId: string } {
  return isZoneId(zone) ? { availabilityZoneId: zone } : { availabilityZone: zone };
}

/** What has to be there before traffic leaves the subnet. */
export function routingOf({ association, defaultRoute, defaultIpv6Route }: RoutedSubnet): Resource[] {
  return [association, defaultRoute, defaultIpv6Route].filter((resource) => resource !== undefined);
}

/** The tags of a child: those of the network, and its logical name as the name shown in the console. */
export function tagsOf(network: Pick<PartOfNetwork, "naming" | "tags">, childsName: string): Record<string, string> {
  return network.naming.nameTags(childsName, network.tags);
}

/** A subnet with a route table of its own, so that zones can be routed, and fail, apart from each other. */
export function routedSubnet(
  network: PartOfNetwork,
  tier: SubnetTier,
  args: RoutedSubnetArgs,
  transform?: SubnetTransform,
): RoutedSubnet {
  const { parent, vpcId } = network;
  const name = childName(network.name, tier, args.availabilityZone);
  const tags = tagsOf(network, name);
  const subnetArgs: SubnetArgs = {
    vpcId,
    ...zoneArgument(args.availabilityZone),
    cidrBlock: args.cidrBlock,
    // Load balancers and NAT gateways bring their own addresses; nothing else gets one by accident (EC2.15).
    mapPublicIpOnLaunch: false,
    ...(args.ipv6CidrBlock !== undefined && { ipv6CidrBlock: args.ipv6CidrBlock, assignIpv6AddressOnCreation: true }),
    tags: { ...tags, Tier: tier },
  };
  const subnetOpts: CustomResourceOptions = { parent };
  transform?.(subnetArgs, subnetOpts);
  const subnet = new Subnet(name, subnetArgs, subnetOpts);
  const routeTable = new RouteTable(name, { vpcId, tags }, { parent });
  const association = new RouteTableAssociation(name, { subnetId: subnet.id, routeTableId: routeTable.id }, { parent });
  // Standalone, because routes listed in the table fight with those that others add to it.
  const route = (role: string, destination: Partial<RouteArgs>, wayOut: Partial<RouteArgs>) => {
    return new Route(childName(name, role), { routeTableId: routeTable.id, ...destination, ...wayOut }, { parent });
  };
  const { wayOut, ipv6WayOut } = args;
  return {
    subnet,
    routeTable,
    association,
    ...(wayOut !== undefined && { defaultRoute: route("default", { destinationCidrBlock: "0.0.0.0/0" }, wayOut) }),
    ...(ipv6WayOut !== undefined && {
      defaultIpv6Route: route("default-ipv6", { destinationIpv6CidrBlock: "::/0" }, ipv6WayOut),
    }),
  };
}

/**
 * The subnet's id, for those who put something into it: they depend on its routing as well, or instances would start
 * without a way out. It waits for URNs, which a preview knows, so it never makes a known id unknown.
 */
export function routedSubnetId(routed: RoutedSubnet): Output<string> {
  return all([routed.subnet.id, ...routingOf(routed).map((resource) => resource.urn)]).apply(([id]) => id);
}
