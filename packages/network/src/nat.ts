import { childName } from "@org/infra-naming";
import { Eip, type InternetGateway, NatGateway } from "@pulumi/aws/ec2";
import { all, type Input, type Output, output, type Resource } from "@pulumi/pulumi";
import type { AddressPlan, OwnElasticIps } from "./nat-plan";
import { type PartOfNetwork, type RoutedSubnet, routingOf, tagsOf, zoneArgument } from "./routed-subnet";

/** A NAT gateway with the address that the internet sees. */
export interface NatGatewayWithAddress {
  /** Absent where the address is the user's own. */
  readonly elasticIp?: Eip;
  readonly natGateway: NatGateway;
  readonly publicIp: Output<string>;
}

/** One NAT gateway that is in every zone. */
export interface RegionalNatGateway {
  readonly natGateway: NatGateway;
  /** The addresses that the network allocated, by zone; empty where AWS or the user brings them. */
  readonly elasticIps: Readonly<Record<string, Eip>>;
  /** Where AWS brings the addresses: those of the last run. It adds some when instances come to a zone. */
  readonly publicIps: Output<string[]>;
}

/** What all NAT gateways of one network need. */
export interface NatContext {
  readonly network: PartOfNetwork;
  readonly internetGateway: InternetGateway;
  readonly addresses: AddressPlan;
  readonly own?: OwnElasticIps<Input<string>>;
}

/** A zone's address, named after the zone alone: whichever gateway uses it, it stays the same. */
function createdElasticIp({ addresses, internetGateway, network }: NatContext, zone: string): Eip {
  const name = childName(network.name, "nat", zone);
  return new Eip(
    name,
    { domain: "vpc", tags: tagsOf(network, name) },
    {
      parent: network.parent,
      // AWS maps public addresses only in a network with an internet gateway, and detaches none while they are mapped.
      dependsOn: [internetGateway],
      // Others have the address on their lists, and nobody gets a released one back.
      ...(addresses.onRemoval === "protect" && { protect: true }),
      ...(addresses.onRemoval === "retain" && { retainOnDelete: true }),
    },
  );
}

/** The addresses of zones in which no NAT gateway uses them, by zone. */
export function keptElasticIps(context: NatContext): Record<string, Eip> {
  return Object.fromEntries((context.addresses.kept ?? []).map((zone) => [zone, createdElasticIp(context, zone)]));
}

/** Where a zone's address is from: allocated here, or the user's own. */
function addressOf(context: NatContext, zone: string): { readonly elasticIp?: Eip; readonly allocationId: Input<string> } {
  if (context.own !== undefined) {
    return { allocationId: context.own.allocationIds[zone] };
  }
  const elasticIp = createdElasticIp(context, zone);
  return { elasticIp, allocationId: elasticIp.id };
}

/** An address belongs to one gateway at a time, so a successor can only come after its predecessor. */
function options({ network, internetGateway }: NatContext, routing: readonly Resource[]) {
  return { parent: network.parent, dependsOn: [internetGateway, ...routing], deleteBeforeReplace: true };
}

/** A NAT gateway in a zone's public subnet. Its address stays when the gateway is replaced. */
export function zonalNatGateway(context: NatContext, zone: string, publicSubnet: RoutedSubnet): NatGatewayWithAddress {
  const { network } = context;
  const name = childName(network.name, "nat", zone);
  const { elasticIp, allocationId } = addressOf(context, zone);
  const natGateway = new NatGateway(
    name,
    { allocationId, connectivityType: "public", subnetId: publicSubnet.subnet.id, tags: tagsOf(network, name) },
    // Who waits for the gateway waits for the whole way out.
    options(context, routingOf(publicSubnet)),
  );
  return { ...(elasticIp !== undefined && { elasticIp }), natGateway, publicIp: elasticIp?.publicIp ?? natGateway.publicIp };
}

/**
 * One NAT gateway for all zones, in none of the subnets. Without addresses AWS brings them, and extends the gateway to
 * each zone with instances; with addresses it is in exactly these zones.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
export function regionalNatGateway(context: NatContext, zones: readonly string[]): RegionalNatGateway {
  const { network, addresses } = context;
  const name = childName(network.name, "nat-regional");
  const elasticIps: Record<string, Eip> = {};
  const zoneAddresses = (addresses.kind === "automatic" ? [] : zones).map((zone) => {
    const { elasticIp, allocationId } = addressOf(context, zone);
    if (elasticIp !== undefined) {
      elasticIps[zone] = elasticIp;
    }
    return { ...zoneArgument(zone), allocationIds: [allocationId] };
  });
  const natGateway = new NatGateway(
    name,
    {
      availabilityMode: "regional",
      connectivityType: "public",
      vpcId: network.vpcId,
      ...(zoneAddresses.length > 0 && { availabilityZoneAddresses: zoneAddresses }),
      tags: tagsOf(network, name),
    },
    options(context, []),
  );
  const allocated = Object.values(elasticIps).map(({ publicIp }) => publicIp);
  const seen = natGateway.regionalNatGatewayAddresses.apply((all) => all.map(({ publicIp }) => publicIp));
  return { natGateway, elasticIps, publicIps: output(allocated.length > 0 ? all(allocated) : seen) };
}
