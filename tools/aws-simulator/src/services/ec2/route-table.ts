import { defineResource } from "../../resource-definition";
import { ec2Reference } from "./ec2-references";

export const routeTable = defineResource({
  type: "aws:ec2/routeTable:RouteTable",
  comparisons: { routes: "set", propagatingVgws: "set" },
  references: [ec2Reference("vpc", "vpcId", { holds: true }), ec2Reference("natGateway", "routes[].natGatewayId")],
  create(context) {
    const id = context.identifiers.ec2("rtb");
    return {
      id,
      arn: context.arn("ec2", `route-table/${id}`),
      outputs: {
        ownerId: context.accountId,
        propagatingVgws: context.inputs["propagatingVgws"] ?? [],
        routes: context.inputs["routes"] ?? [],
      },
    };
  },
});
