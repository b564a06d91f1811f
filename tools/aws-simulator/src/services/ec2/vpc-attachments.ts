import type { ResourceContext } from "../../resource-context";
import type { WorldObject } from "../../world-object";

const VPC = "aws:ec2/vpc:Vpc";
const GATEWAY = "aws:ec2/internetGateway:InternetGateway";
const ATTACHMENT = "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment";

/** The internet gateways of a VPC, attached by `vpcId` or by an attachment. */
export function attachedGateways(context: ResourceContext, vpcId: string): WorldObject[] {
  const vpc = context.find(VPC, vpcId);
  if (vpc === undefined) return [];
  const attachments = context.referrers(ATTACHMENT, vpc);
  const attached = attachments.map(({ outputs }) => context.find(GATEWAY, String(outputs["internetGatewayId"])));
  return [...context.referrers(GATEWAY, vpc), ...attached.filter((gateway) => gateway !== undefined)];
}

/** The VPC that a subnet, route table or security group lies in; undefined when the world does not have it. */
export function vpcOf(context: ResourceContext, type: string, id: string): string | undefined {
  const vpcId = context.find(type, id)?.outputs["vpcId"];
  return typeof vpcId === "string" ? vpcId : undefined;
}

/** Public NAT gateways and internet-facing load balancers in a VPC: their addresses need its internet gateway. */
export function publicAddressesIn(context: ResourceContext, vpcId: string): WorldObject[] {
  const vpc = context.find(VPC, vpcId);
  if (vpc === undefined) return [];
  const subnets = context.referrers("aws:ec2/subnet:Subnet", vpc);
  return subnets.flatMap((subnet) => [
    ...context.referrers("aws:ec2/natGateway:NatGateway", subnet).filter(({ outputs }) => outputs["connectivityType"] !== "private"),
    ...context.referrers("aws:lb/loadBalancer:LoadBalancer", subnet).filter(({ outputs }) => outputs["internal"] !== true),
  ]);
}
