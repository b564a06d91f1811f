import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";
import { availabilityZones, isZoneOf, zoneById, zoneByName } from "../../regions";
import { contains, overlap, parseCidr } from "./cidr";
import type { CidrBlock } from "./cidr";
import { ec2Reference } from "./ec2-references";
import { inIpv6BlockOfVpc, ipv6Free } from "./subnet-ipv6";

const SIZING = "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html";

/** Every IPv4 block of a VPC, its own and those that were associated later; none when IPAM chose, which is not simulated. */
function blocksOf(context: ResourceContext, vpcId: string): CidrBlock[] {
  const vpc = context.find("aws:ec2/vpc:Vpc", vpcId);
  if (vpc?.inputs["cidrBlock"] === undefined) return [];
  const associations = context.referrers("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", vpc);
  return [vpc, ...associations]
    .map(({ outputs }) => (typeof outputs["cidrBlock"] === "string" ? parseCidr(outputs["cidrBlock"]) : undefined))
    .filter((block) => block !== undefined);
}

const inVpc: Rule = {
  id: "ec2/subnet-in-vpc",
  source: SIZING,
  cause: "The block of a subnet lies inside a block of its VPC and is between /16 and /28.",
  remedy: "Use a block of /16 to /28 inside the VPC's block.",
  reads: ["cidrBlock", "vpcId"],
  refuse(context) {
    const text = context.text("cidrBlock");
    if (text === undefined) return undefined;
    const block = parseCidr(text);
    if (block === undefined) {
      return {
        code: "InvalidParameterValue",
        message: `Value (${text}) for parameter cidrBlock is invalid. This is not a valid CIDR block.`,
      };
    }
    const blocks = blocksOf(context, context.text("vpcId") ?? "");
    const fits = blocks.length === 0 || blocks.some((outer) => contains(outer, block));
    if (fits && block.prefix >= 16 && block.prefix <= 28) return undefined;
    return { code: "InvalidSubnet.Range", message: `The CIDR '${text}' is invalid.` };
  },
};

const free: Rule = {
  id: "ec2/subnet-cidr-free",
  source: SIZING,
  cause: "Subnets of one VPC have no address in common.",
  remedy: "Use a block that no other subnet of the VPC overlaps. A replacement is made before the old subnet goes: give it another block, or set deleteBeforeReplace.",
  on: "create",
  reads: ["cidrBlock", "vpcId"],
  refuse(context) {
    const text = context.text("cidrBlock");
    const block = text === undefined ? undefined : parseCidr(text);
    const vpc = context.find("aws:ec2/vpc:Vpc", context.text("vpcId") ?? "");
    if (block === undefined || vpc === undefined) return undefined;
    for (const { urn, outputs } of context.referrers("aws:ec2/subnet:Subnet", vpc)) {
      // A preview cannot know whether the old subnet of a replacement goes first.
      if (context.preview && urn === context.urn) continue;
      const other = typeof outputs["cidrBlock"] === "string" ? parseCidr(outputs["cidrBlock"]) : undefined;
      if (other !== undefined && overlap(block, other)) {
        return { code: "InvalidSubnet.Conflict", message: `The CIDR '${text}' conflicts with another subnet` };
      }
    }
    return undefined;
  },
};

const zoneOfRegion: Rule = {
  id: "ec2/subnet-zone-of-region",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html",
  cause: "A subnet lies in a zone of its own region.",
  remedy: "Use a zone of the region, as aws.getAvailabilityZones gives them.",
  reads: ["availabilityZone"],
  refuse(context) {
    const zone = context.text("availabilityZone");
    if (zone === undefined || isZoneOf(context.region, zone)) return undefined;
    const zones = availabilityZones(context.region).map(({ name }) => name).join(", ");
    return {
      code: "InvalidParameterValue",
      message: `Value (${zone}) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: ${zones}.`,
    };
  },
};

export const subnet = defineResource({
  type: "aws:ec2/subnet:Subnet",
  defaults: { assignIpv6AddressOnCreation: false, enableDns64: false, ipv6Native: false, mapPublicIpOnLaunch: false },
  references: [ec2Reference("vpc", "vpcId", { holds: true })],
  rules: [inVpc, free, zoneOfRegion, inIpv6BlockOfVpc, ipv6Free],
  create(context) {
    const id = context.identifiers.ec2("subnet");
    const byId = zoneById(context.region, context.text("availabilityZoneId") ?? "");
    const name = context.text("availabilityZone") ?? byId?.name ?? `${context.region}a`;
    return {
      id,
      arn: context.arn("ec2", `subnet/${id}`),
      outputs: {
        availabilityZone: name,
        availabilityZoneId: context.text("availabilityZoneId") ?? zoneByName(context.region, name)?.id ?? "",
        enableResourceNameDnsARecordOnLaunch: context.inputs["enableResourceNameDnsARecordOnLaunch"] ?? false,
        enableResourceNameDnsAaaaRecordOnLaunch: context.inputs["enableResourceNameDnsAaaaRecordOnLaunch"] ?? false,
        ipv6CidrBlock: context.inputs["ipv6CidrBlock"] ?? "",
        ipv6CidrBlockAssociationId: context.text("ipv6CidrBlock") === undefined ? "" : context.identifiers.ec2("subnet-cidr-assoc"),
        ownerId: context.accountId,
        privateDnsHostnameTypeOnLaunch: context.inputs["privateDnsHostnameTypeOnLaunch"] ?? "ip-name",
      },
    };
  },
});
