import type { Rule } from "../../rule";

export const noNetworkAcl: Rule = {
  id: "vpc/no-network-acl",
  controls: { "AwsSolutions-VPC3": "WARN" },
  requirement: "Security groups alone filter traffic: there are no custom network ACLs.",
  subjects: ["aws:ec2/networkAcl:NetworkAcl", "aws:ec2/networkAclRule:NetworkAclRule"],
  without: "pass",
  judge: () => false,
};
