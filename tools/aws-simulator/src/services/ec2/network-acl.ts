import { defineResource } from "../../resource-definition";
import { ec2Reference } from "./ec2-references";

export const networkAcl = defineResource({
  type: "aws:ec2/networkAcl:NetworkAcl",
  comparisons: { ingress: "set", egress: "set", subnetIds: "set" },
  references: [ec2Reference("vpc", "vpcId", { holds: true }), ec2Reference("subnet", "subnetIds[]")],
  create(context) {
    const id = context.identifiers.ec2("acl");
    return {
      id,
      arn: context.arn("ec2", `network-acl/${id}`),
      outputs: {
        ownerId: context.accountId,
        ingress: context.inputs["ingress"] ?? [],
        egress: context.inputs["egress"] ?? [],
        subnetIds: context.inputs["subnetIds"] ?? [],
      },
    };
  },
});
