import type { Rule } from "../../rule";

export const defaultSecurityGroupEmpty: Rule = {
  id: "vpc/default-security-group-empty",
  controls: { "FSBP:EC2.2": "HIGH" },
  requirement: "The default security group of each VPC is adopted and has no rules.",
  subjects: ["aws:ec2/vpc:Vpc"],
  judge: (resource, stack) =>
    stack.referring("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "vpcId", resource).some(
      (group) => !group.has("ingress") && !group.has("egress"),
    ),
};
