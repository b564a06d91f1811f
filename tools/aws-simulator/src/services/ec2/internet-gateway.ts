import { defineResource } from "../../resource-definition";
import type { DeleteRule } from "../../resource-definition";
import type { Rule } from "../../rule";
import { ec2Reference } from "./ec2-references";
import { attachedGateways, publicAddressesIn } from "./vpc-attachments";

export const oneGatewayPerVpc: Rule = {
  id: "ec2/one-internet-gateway-per-vpc",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachInternetGateway.html",
  cause: "A VPC has at most one internet gateway.",
  remedy: "Use the internet gateway that the VPC has.",
  reads: ["vpcId"],
  refuse(context) {
    const vpcId = context.text("vpcId");
    if (vpcId === undefined) return undefined;
    const own = context.text("internetGatewayId") ?? context.object?.id;
    const other = attachedGateways(context, vpcId).find(
      ({ id, urn }) => id !== own && !(context.preview && urn === context.urn),
    );
    return other === undefined
      ? undefined
      : { code: "InvalidParameterValue", message: `Network ${vpcId} already has an internet gateway attached` };
  },
};

const noMappedAddresses: DeleteRule = {
  id: "ec2/internet-gateway-public-addresses",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DetachInternetGateway.html",
  cause: "A gateway cannot be detached from a VPC while something in it has a public address.",
  remedy: "Delete the NAT gateways and internet-facing load balancers first: let them depend on the internet gateway.",
  refuse(gateway, context) {
    const vpcId = gateway.outputs["vpcId"];
    if (typeof vpcId !== "string" || publicAddressesIn(context, vpcId).length === 0) return undefined;
    return {
      code: "DependencyViolation",
      message: `Network ${vpcId} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.`,
    };
  },
};

export const internetGateway = defineResource({
  type: "aws:ec2/internetGateway:InternetGateway",
  references: [ec2Reference("vpc", "vpcId", { holds: true })],
  rules: [oneGatewayPerVpc],
  deleteRules: [noMappedAddresses],
  create(context) {
    const id = context.identifiers.ec2("igw");
    return {
      id,
      arn: context.arn("ec2", `internet-gateway/${id}`),
      outputs: { ownerId: context.accountId, vpcId: context.inputs["vpcId"] ?? "" },
    };
  },
});
