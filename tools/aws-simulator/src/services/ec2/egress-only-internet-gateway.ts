import { defineResource } from "../../resource-definition";
import { ec2Reference } from "./ec2-references";

export const egressOnlyInternetGateway = defineResource({
  type: "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
  references: [ec2Reference("vpc", "vpcId", { holds: true })],
  create: (context) => ({ id: context.identifiers.ec2("eigw") }),
});
