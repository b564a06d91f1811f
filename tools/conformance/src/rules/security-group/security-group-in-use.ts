import type { Rule } from "../../rule";

const USERS = [
  ["aws:lb/loadBalancer:LoadBalancer", "securityGroups"],
  ["aws:ec2/launchTemplate:LaunchTemplate", "vpcSecurityGroupIds"],
  ["aws:ec2/launchTemplate:LaunchTemplate", "networkInterfaces.securityGroups"],
  ["aws:ec2/vpcEndpoint:VpcEndpoint", "securityGroupIds"],
  ["aws:ec2/networkInterface:NetworkInterface", "securityGroups"],
  ["aws:ec2/instance:Instance", "vpcSecurityGroupIds"],
  ["aws:lambda/function:Function", "vpcConfig.securityGroupIds"],
] as const;

export const securityGroupInUse: Rule = {
  id: "security-group/security-group-in-use",
  controls: { "SecHub:EC2.22": "MEDIUM" },
  requirement: "Security groups are attached to something.",
  subjects: ["aws:ec2/securityGroup:SecurityGroup"],
  judge: (resource, stack) => USERS.some(([type, path]) => stack.referring(type, path, resource).length > 0),
};
