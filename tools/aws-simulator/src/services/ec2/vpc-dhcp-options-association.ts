import { defineResource } from "../../resource-definition";
import { ec2Reference } from "./ec2-references";

export const vpcDhcpOptionsAssociation = defineResource({
  type: "aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation",
  schema: { replaceUncertain: "vpcId" },
  references: [
    ec2Reference("vpc", "vpcId"),
    {
      path: "dhcpOptionsId",
      to: "aws:ec2/vpcDhcpOptions:VpcDhcpOptions",
      holds: ({ id }) => ({ code: "DependencyViolation", message: `The dhcpOptions '${id}' has dependencies and cannot be deleted.` }),
    },
  ],
  create: (context) => ({ id: `${context.text("dhcpOptionsId")}-${context.text("vpcId")}` }),
});
