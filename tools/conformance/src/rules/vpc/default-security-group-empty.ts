import type { DeployedStack } from "../../deployed-stack";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";
import { CLASSIC_RULE, EGRESS_RULE, INGRESS_RULE } from "../../traffic";

export const defaultSecurityGroupEmpty: Rule = {
  id: "vpc/default-security-group-empty",
  controls: { "FSBP:EC2.2": "HIGH" },
  requirement: "The default security group of each VPC is adopted and has no rules.",
  subjects: ["aws:ec2/vpc:Vpc"],
  judge: (resource, stack) =>
    stack.referring("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "vpcId", resource).some(
      (group) => !group.has("ingress") && !group.has("egress") && !hasRuleBeside(group, stack),
    ),
};

function hasRuleBeside(group: Resource, stack: DeployedStack): boolean {
  return [CLASSIC_RULE, INGRESS_RULE, EGRESS_RULE].some((type) => stack.referring(type, "securityGroupId", group).length > 0);
}
