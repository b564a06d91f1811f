import type { PropertyMap } from "@org/offline-engine";
import type { ResourceContext } from "../../resource-context";

/** A /56 of Amazon's, as a VPC gets one. */
function generatedBlock(context: ResourceContext): PropertyMap {
  const { identifiers, region } = context;
  const group = (): string => (1 + identifiers.integer(0xffff)).toString(16);
  const last = (1 + identifiers.integer(0xff)).toString(16);
  return {
    ipv6AssociationId: identifiers.ec2("vpc-cidr-assoc"),
    ipv6CidrBlock: `2600:1f18:${group()}:${last}00::/56`,
    ipv6CidrBlockNetworkBorderGroup: context.inputs["ipv6CidrBlockNetworkBorderGroup"] ?? region,
  };
}

const NONE: PropertyMap = { ipv6AssociationId: "", ipv6CidrBlock: "", ipv6CidrBlockNetworkBorderGroup: "" };

/** The IPv6 side of a VPC that is created. */
export function ipv6OfVpc(context: ResourceContext): PropertyMap {
  if (context.inputs["assignGeneratedIpv6CidrBlock"] === true) return generatedBlock(context);
  return { ...NONE, ...(context.inputs["ipv6CidrBlock"] !== undefined && { ipv6CidrBlock: context.inputs["ipv6CidrBlock"] }) };
}

/** What an update changes of it: a VPC gets a block of Amazon's, or gives it back. */
export function ipv6ChangesOfVpc(context: ResourceContext): PropertyMap {
  const asked = context.inputs["assignGeneratedIpv6CidrBlock"] === true;
  const had = context.object?.inputs["assignGeneratedIpv6CidrBlock"] === true;
  if (asked === had) return {};
  return asked ? generatedBlock(context) : NONE;
}
