import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";
import { zoneById, zoneByName } from "../../regions";
import { formatAddress, parseCidr } from "./cidr";
import { ec2Reference } from "./ec2-references";
import { attachedGateways, vpcOf } from "./vpc-attachments";

const SOURCE = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNatGateway.html";
const TROUBLESHOOTING = "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html";
const SUBNET = "aws:ec2/subnet:Subnet";

function isPublic(inputs: PropertyMap): boolean {
  return inputs["connectivityType"] !== "private";
}

function isRegional(inputs: PropertyMap): boolean {
  return inputs["availabilityMode"] === "regional";
}

function vpcIdOf(context: ResourceContext): string | undefined {
  return context.text("vpcId") ?? vpcOf(context, SUBNET, context.text("subnetId") ?? "");
}

const place: Rule = {
  id: "ec2/nat-gateway-place",
  source: SOURCE,
  cause: "A zonal NAT gateway lies in a subnet, a regional one in a VPC.",
  remedy: "Pass subnetId, or availabilityMode \"regional\" with vpcId.",
  reads: ["subnetId", "vpcId", "availabilityMode"],
  refuse({ inputs }) {
    const missing = isRegional(inputs) ? "vpcId" : "subnetId";
    if (inputs[missing] !== undefined) return undefined;
    const parameter = isRegional(inputs) ? "VpcId" : "SubnetId";
    return { code: "MissingParameter", message: `The request must contain the parameter ${parameter}` };
  },
};

const address: Rule = {
  id: "ec2/nat-gateway-address",
  source: SOURCE,
  cause: "A public zonal NAT gateway needs an Elastic IP address, a private one takes none.",
  remedy: "Pass the allocationId of an aws.ec2.Eip to a public NAT gateway, and none to a private one.",
  reads: ["allocationId", "connectivityType", "availabilityMode"],
  refuse({ inputs }) {
    if (isRegional(inputs)) return undefined;
    if (isPublic(inputs) && inputs["allocationId"] === undefined) {
      return { code: "MissingParameter", message: "The request must include the AllocationId parameter. Add the required parameter and retry the request." };
    }
    if (!isPublic(inputs) && inputs["allocationId"] !== undefined) {
      return { code: "InvalidParameter", message: "The AllocationId parameter cannot be used with a private NAT gateway" };
    }
    return undefined;
  },
};

const gatewayAttached: Rule = {
  id: "ec2/nat-gateway-internet-gateway",
  source: TROUBLESHOOTING,
  cause: "The network of a public NAT gateway needs an internet gateway before it.",
  remedy: "Attach an internet gateway to the VPC, and let the NAT gateway depend on it (dependsOn).",
  deploymentOnly: true,
  on: "create",
  reads: ["subnetId", "vpcId"],
  refuse(context) {
    const vpcId = vpcIdOf(context);
    if (!isPublic(context.inputs) || vpcId === undefined || attachedGateways(context, vpcId).length > 0) return undefined;
    return { code: "Gateway.NotAttached", message: `Network ${vpcId} has no Internet gateway attached` };
  },
};

/** The addresses of a gateway: the one of a zonal gateway, or those of a regional one in its zones. */
function allocationIdsOf(inputs: PropertyMap): string[] {
  const zones = inputs["availabilityZoneAddresses"];
  const regional = (Array.isArray(zones) ? zones : []).filter(isMap).map((zone) => zone["allocationIds"]);
  return [inputs["allocationId"], ...regional.flat()].filter((id) => typeof id === "string");
}

const addressFree: Rule = {
  id: "ec2/nat-gateway-address-free",
  source: TROUBLESHOOTING,
  cause: "An Elastic IP address belongs to one NAT gateway.",
  remedy: "Give each NAT gateway an address of its own. A replacement meets the old gateway: give it a new address, or set deleteBeforeReplace.",
  on: "create",
  reads: ["allocationId", "availabilityZoneAddresses"],
  refuse(context) {
    const taken = allocationIdsOf(context.inputs).find((id) => {
      const eip = context.find("aws:ec2/eip:Eip", id);
      const users = eip === undefined ? [] : context.referrers("aws:ec2/natGateway:NatGateway", eip);
      return users.some(({ urn }) => !(context.preview && urn === context.urn));
    });
    return taken === undefined ? undefined : { code: "Resource.AlreadyAssociated", message: `Elastic IP address [${taken}] is already associated` };
  },
};

/** Whether AWS extends a regional gateway to zones by itself: until it is told its addresses. */
function automatic(inputs: PropertyMap): string {
  if (!isRegional(inputs)) return "";
  return inputs["availabilityZoneAddresses"] === undefined ? "enabled" : "disabled";
}

function isMap(value: PropertyValue): value is PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The addresses that a regional gateway was told; an automatic one has none until something runs in a zone. */
function regionalAddresses(context: ResourceContext): PropertyMap[] {
  const told = context.inputs["availabilityZoneAddresses"];
  const present = context.object?.outputs["regionalNatGatewayAddresses"];
  // An address that stays keeps its association.
  const stays = new Map((Array.isArray(present) ? present : []).filter(isMap).map((each) => [each["allocationId"], each]));
  return (Array.isArray(told) ? told : []).filter(isMap).flatMap((zone) => {
    const allocationIds = Array.isArray(zone["allocationIds"]) ? zone["allocationIds"] : [];
    const name = String(zone["availabilityZone"] ?? zoneById(context.region, String(zone["availabilityZoneId"]))?.name ?? "");
    return allocationIds.map((allocationId) => stays.get(allocationId) ?? ({
      allocationId,
      associationId: context.identifiers.ec2("eipassoc"),
      availabilityZone: name,
      availabilityZoneId: zone["availabilityZoneId"] ?? zoneByName(context.region, name)?.id ?? "",
      networkInterfaceId: context.identifiers.ec2("eni"),
      publicIp: context.find("aws:ec2/eip:Eip", String(allocationId))?.outputs["publicIp"] ?? "",
      status: "succeeded",
    }));
  });
}

export const natGateway = defineResource({
  type: "aws:ec2/natGateway:NatGateway",
  defaults: { connectivityType: "public" },
  comparisons: { secondaryAllocationIds: "set", secondaryPrivateIpAddresses: "set" },
  references: [
    ec2Reference("subnet", "subnetId", { holds: true }),
    ec2Reference("vpc", "vpcId", { holds: true }),
    ec2Reference("address", "allocationId", { holds: true }),
    ec2Reference("address", "availabilityZoneAddresses[].allocationIds[]", { holds: true }),
  ],
  rules: [place, address, gatewayAttached, addressFree],
  // From addresses to none and back is another way to work, which AWS does not change in place.
  replaceWhen: (olds, news) => {
    return (olds["availabilityZoneAddresses"] === undefined) === (news["availabilityZoneAddresses"] === undefined) ? [] : ["availabilityZoneAddresses"];
  },
  update: (context): PropertyMap => (isRegional(context.inputs) ? { regionalNatGatewayAddresses: regionalAddresses(context) } : {}),
  create(context) {
    const { identifiers, inputs } = context;
    const subnet = context.find(SUBNET, context.text("subnetId") ?? "");
    const block = parseCidr(String(subnet?.outputs["cidrBlock"] ?? "10.0.0.0/16"));
    const eip = context.find("aws:ec2/eip:Eip", context.text("allocationId") ?? "");
    // The first four addresses of a subnet are AWS's own.
    const host = 4 + identifiers.integer(200);
    return {
      id: identifiers.ec2("nat"),
      outputs: {
        associationId: eip === undefined ? "" : identifiers.ec2("eipassoc"),
        autoProvisionZones: automatic(inputs),
        autoScalingIps: automatic(inputs),
        availabilityMode: inputs["availabilityMode"] ?? "zonal",
        networkInterfaceId: isRegional(inputs) ? "" : identifiers.ec2("eni"),
        privateIp: inputs["privateIp"] ?? (isRegional(inputs) ? "" : formatAddress((block?.first ?? 0) + host)),
        publicIp: eip?.outputs["publicIp"] ?? "",
        regionalNatGatewayAddresses: regionalAddresses(context),
        regionalNatGatewayAutoMode: automatic(inputs),
        routeTableId: isRegional(inputs) ? identifiers.ec2("rtb") : "",
        secondaryAllocationIds: inputs["secondaryAllocationIds"] ?? [],
        secondaryPrivateIpAddressCount: inputs["secondaryPrivateIpAddressCount"] ?? 0,
        secondaryPrivateIpAddresses: inputs["secondaryPrivateIpAddresses"] ?? [],
        vpcId: inputs["vpcId"] ?? subnet?.outputs["vpcId"] ?? "",
      },
    };
  },
});
