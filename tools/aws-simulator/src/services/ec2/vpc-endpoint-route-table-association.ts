import { crc32 } from "node:zlib";
import { defineResource } from "../../resource-definition";
import { ec2Reference } from "./ec2-references";

export const vpcEndpointRouteTableAssociation = defineResource({
  type: "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation",
  schema: { replaceUncertain: "routeTableId vpcEndpointId" },
  references: [ec2Reference("vpcEndpoint", "vpcEndpointId"), ec2Reference("routeTable", "routeTableId")],
  // The provider's own id: the endpoint and the CRC-32 of the table's id.
  create: (context) => ({ id: `a-${context.text("vpcEndpointId")}${crc32(context.text("routeTableId") ?? "")}` }),
});
