import { defineResource } from "../../resource-definition";
import { ec2Reference } from "./ec2-references";

/** The group that every VPC has, taken over: AWS makes and deletes it with the VPC. */
export const defaultSecurityGroup = defineResource({
  type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
  defaults: { revokeRulesOnDelete: false },
  comparisons: { ingress: "set", egress: "set" },
  references: [ec2Reference("vpc", "vpcId")],
  create(context) {
    const vpc = context.find("aws:ec2/vpc:Vpc", context.text("vpcId") ?? "");
    const adopted = vpc?.outputs["defaultSecurityGroupId"];
    const id = typeof adopted === "string" ? adopted : context.identifiers.ec2("sg");
    return {
      id,
      outputs: {
        arn: context.arn("ec2", `security-group/${id}`),
        name: "default",
        namePrefix: "",
        description: "default VPC security group",
        ownerId: context.accountId,
        ingress: context.inputs["ingress"] ?? [],
        egress: context.inputs["egress"] ?? [],
        vpcId: context.inputs["vpcId"] ?? "",
      },
    };
  },
});
