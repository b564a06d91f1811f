import { defineResource } from "../../resource-definition";
import { ec2Reference } from "./ec2-references";

export const mainRouteTableAssociation = defineResource({
  type: "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
  references: [ec2Reference("vpc", "vpcId"), ec2Reference("routeTable", "routeTableId", { holds: true })],
  create(context) {
    const vpc = context.find("aws:ec2/vpc:Vpc", context.text("vpcId") ?? "");
    return {
      id: context.identifiers.ec2("rtbassoc"),
      outputs: { originalRouteTableId: vpc?.outputs["mainRouteTableId"] ?? "" },
    };
  },
});
