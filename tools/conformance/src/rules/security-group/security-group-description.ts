import type { Rule } from "../../rule";

export const securityGroupDescription: Rule = {
  id: "security-group/security-group-description",
  controls: { "AwsSolutions-EC27": "LOW" },
  requirement: "Security groups say in words what they are for.",
  subjects: ["aws:ec2/securityGroup:SecurityGroup"],
  judge: (resource) => resource.text("description").length >= 2 && !resource.text("description").startsWith("Managed by"),
};
