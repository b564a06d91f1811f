import type { Rule } from "../../rule";

export const noDefaultVpc: Rule = {
  id: "vpc/no-default-vpc",
  controls: { "AWS-0101": "HIGH" },
  requirement: "The default VPC is not used.",
  subjects: ["aws:ec2/defaultVpc:DefaultVpc", "aws:ec2/defaultSubnet:DefaultSubnet"],
  without: "pass",
  judge: () => false,
};
