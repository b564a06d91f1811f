import { defineResource } from "../../resource-definition";
import { ec2Reference } from "./ec2-references";

/** The network ACL that every VPC has, taken over: AWS makes and deletes it with the VPC. */
export const defaultNetworkAcl = defineResource({
  type: "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
  schema: { replaceUncertain: "defaultNetworkAclId" },
  comparisons: { ingress: "set", egress: "set", subnetIds: "set" },
  references: [ec2Reference("networkAcl", "defaultNetworkAclId"), ec2Reference("subnet", "subnetIds[]")],
  create(context) {
    const id = context.text("defaultNetworkAclId") ?? "";
    const adopted = context.find("aws:ec2/networkAcl:NetworkAcl", id);
    return {
      id,
      outputs: {
        arn: context.arn("ec2", `network-acl/${id}`),
        ownerId: context.accountId,
        vpcId: adopted?.outputs["vpcId"] ?? "",
      },
    };
  },
});
