import type { PropertyPath } from "../../property-path";
import type { Reference } from "../../resource-definition";
import type { Refusal } from "../../rule";

/** What EC2 calls an object, in the message that it does not exist and in the one that something still needs it. */
interface Ec2Kind {
  readonly type: string;
  /** Code of the answer to an id that names nothing. */
  readonly notFoundCode: string;
  readonly notFound: (id: string) => string;
  /** Absent: EC2 deletes it whoever refers to it. */
  readonly inUse?: (id: string) => string;
}

const hasDependencies = (kind: string) => (id: string) => `The ${kind} '${id}' has dependencies and cannot be deleted.`;

const kinds = {
  vpc: {
    type: "aws:ec2/vpc:Vpc",
    notFoundCode: "InvalidVpcID.NotFound",
    notFound: (id) => `The vpc ID '${id}' does not exist`,
    inUse: hasDependencies("vpc"),
  },
  subnet: {
    type: "aws:ec2/subnet:Subnet",
    notFoundCode: "InvalidSubnetID.NotFound",
    notFound: (id) => `The subnet ID '${id}' does not exist`,
    inUse: hasDependencies("subnet"),
  },
  securityGroup: {
    type: "aws:ec2/securityGroup:SecurityGroup",
    notFoundCode: "InvalidGroup.NotFound",
    notFound: (id) => `The security group '${id}' does not exist`,
    inUse: (id) => `resource ${id} has a dependent object`,
  },
  routeTable: {
    type: "aws:ec2/routeTable:RouteTable",
    notFoundCode: "InvalidRouteTableID.NotFound",
    notFound: (id) => `The routeTable ID '${id}' does not exist`,
    inUse: hasDependencies("routeTable"),
  },
  internetGateway: {
    type: "aws:ec2/internetGateway:InternetGateway",
    notFoundCode: "InvalidInternetGatewayID.NotFound",
    notFound: (id) => `The internetGateway ID '${id}' does not exist`,
  },
  egressOnlyInternetGateway: {
    type: "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
    notFoundCode: "InvalidGatewayID.NotFound",
    notFound: (id) => `The eigw ID '${id}' does not exist`,
  },
  natGateway: {
    type: "aws:ec2/natGateway:NatGateway",
    notFoundCode: "InvalidNatGatewayID.NotFound",
    notFound: (id) => `The natGateway ID '${id}' does not exist`,
  },
  vpcEndpoint: {
    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
    notFoundCode: "InvalidVpcEndpointId.NotFound",
    notFound: (id) => `The Vpc Endpoint Id '${id}' does not exist`,
  },
  networkAcl: {
    type: "aws:ec2/networkAcl:NetworkAcl",
    notFoundCode: "InvalidNetworkAclID.NotFound",
    notFound: (id) => `The networkAcl ID '${id}' does not exist`,
    inUse: hasDependencies("networkAcl"),
  },
  address: {
    type: "aws:ec2/eip:Eip",
    notFoundCode: "InvalidAllocationID.NotFound",
    notFound: (id) => `The allocation ID '${id}' does not exist`,
    // EC2 answers so for an address that a NAT gateway holds.
    inUse: () => "You do not have permission to access the specified resource.",
  },
} as const satisfies Readonly<Record<string, Ec2Kind>>;

/** Kinds of EC2 objects that inputs name by id. */
export type Ec2KindName = keyof typeof kinds;

/**
 * An input that names an EC2 object which has to exist; `holds`: and cannot be deleted while the resource
 * exists; `within`: and takes the resource along when it is deleted.
 */
export function ec2Reference(kind: Ec2KindName, path: PropertyPath, options: { readonly holds?: true; readonly within?: true } = {}): Reference {
  const { type, notFoundCode, notFound, inUse }: Ec2Kind = kinds[kind];
  return {
    path,
    to: type,
    notFound: (id) => ({ code: notFoundCode, message: notFound(id) }),
    ...(options.within === true ? { within: true } : {}),
    ...(options.holds === true && inUse !== undefined
      ? { holds: (target): Refusal => ({ code: kind === "address" ? "AuthFailure" : "DependencyViolation", message: inUse(target.id) }) }
      : {}),
  };
}
