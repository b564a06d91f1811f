import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { ec2Reference } from "./ec2-references";
import { vpcOf } from "./vpc-attachments";

const SOURCE = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateRouteTable.html";
const SUBNET = "aws:ec2/subnet:Subnet";

const oneSubject: Rule = {
  id: "ec2/route-table-association-subject",
  source: SOURCE,
  cause: "A route table is associated with a subnet or with a gateway.",
  remedy: "Pass exactly one of subnetId and gatewayId.",
  reads: ["subnetId", "gatewayId"],
  refuse({ inputs }) {
    if ((inputs["subnetId"] === undefined) !== (inputs["gatewayId"] === undefined)) return undefined;
    return { code: "InvalidCombinationOfArguments", message: "one of `gatewayId,subnetId` must be specified" };
  },
};

const free: Rule = {
  id: "ec2/route-table-association-free",
  source: SOURCE,
  cause: "A subnet is associated with one route table.",
  remedy: "Remove one of the two associations of the subnet.",
  on: "create",
  reads: ["subnetId"],
  refuse(context) {
    const subnet = context.find(SUBNET, context.text("subnetId") ?? "");
    if (subnet === undefined) return undefined;
    const taken = context
      .referrers("aws:ec2/routeTableAssociation:RouteTableAssociation", subnet)
      .some(({ urn }) => !(context.preview && urn === context.urn));
    return taken
      ? {
          code: "Resource.AlreadyAssociated",
          message: `the specified association for route table ${context.text("routeTableId")} conflicts with an existing association`,
        }
      : undefined;
  },
};

const sameNetwork: Rule = {
  id: "ec2/route-table-association-same-network",
  source: SOURCE,
  cause: "A subnet and its route table lie in the same VPC.",
  remedy: "Use a route table of the subnet's VPC.",
  reads: ["subnetId", "routeTableId"],
  refuse(context) {
    const tableId = context.text("routeTableId") ?? "";
    const subnetId = context.text("subnetId") ?? "";
    const [table, subnet] = [vpcOf(context, "aws:ec2/routeTable:RouteTable", tableId), vpcOf(context, SUBNET, subnetId)];
    if (table === undefined || subnet === undefined || table === subnet) return undefined;
    return {
      code: "InvalidParameterValue",
      message: `route table ${tableId} and subnet ${subnetId} belong to different networks`,
    };
  },
};

export const routeTableAssociation = defineResource({
  type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
  references: [ec2Reference("routeTable", "routeTableId", { holds: true }), ec2Reference("subnet", "subnetId", { within: true })],
  rules: [oneSubject, free, sameNetwork],
  create: (context) => ({ id: context.identifiers.ec2("rtbassoc") }),
});
