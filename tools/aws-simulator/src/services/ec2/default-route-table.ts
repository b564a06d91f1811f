import { defineResource } from "../../resource-definition";
import { ec2Reference } from "./ec2-references";

/** The main route table that every VPC has, taken over: AWS makes and deletes it with the VPC. */
export const defaultRouteTable = defineResource({
  type: "aws:ec2/defaultRouteTable:DefaultRouteTable",
  schema: { replaceUncertain: "defaultRouteTableId" },
  comparisons: { routes: "set", propagatingVgws: "set" },
  references: [ec2Reference("routeTable", "defaultRouteTableId")],
  create(context) {
    const id = context.text("defaultRouteTableId") ?? "";
    const adopted = context.find("aws:ec2/routeTable:RouteTable", id);
    return {
      id,
      outputs: {
        arn: context.arn("ec2", `route-table/${id}`),
        ownerId: context.accountId,
        routes: context.inputs["routes"] ?? [],
        vpcId: adopted?.outputs["vpcId"] ?? "",
      },
    };
  },
});
