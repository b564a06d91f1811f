import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { overlap, parseCidr } from "./cidr";
import { ec2Reference } from "./ec2-references";

const legal: Rule = {
  id: "ec2/vpc-ipv4-cidr-block-association-legal",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
  cause: "A further block of a VPC is /16 to /28 and shares no address with the VPC's other blocks.",
  remedy: "Use a block of /16 to /28 that the VPC does not have yet.",
  on: "create",
  reads: ["cidrBlock", "vpcId"],
  refuse(context) {
    const text = context.text("cidrBlock");
    const block = text === undefined ? undefined : parseCidr(text);
    if (text === undefined) return undefined;
    if (block === undefined || block.prefix < 16 || block.prefix > 28) {
      return { code: "InvalidVpc.Range", message: `The CIDR '${text}' is invalid.` };
    }
    const own = parseCidr(String(context.find("aws:ec2/vpc:Vpc", context.text("vpcId") ?? "")?.outputs["cidrBlock"]));
    if (own === undefined || !overlap(own, block)) return undefined;
    return { code: "InvalidVpc.Range", message: `The CIDR '${text}' overlaps with another CIDR of ${context.text("vpcId")}` };
  },
};

export const vpcIpv4CidrBlockAssociation = defineResource({
  type: "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
  schema: { replaceUncertain: "cidrBlock ipv4IpamPoolId ipv4NetmaskLength vpcId" },
  references: [ec2Reference("vpc", "vpcId")],
  rules: [legal],
  create: (context) => ({ id: context.identifiers.ec2("vpc-cidr-assoc"), outputs: { cidrBlock: context.inputs["cidrBlock"] ?? "" } }),
});
