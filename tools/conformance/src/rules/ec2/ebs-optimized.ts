import type { Rule } from "../../rule";

export const ebsOptimized: Rule = {
  id: "ec2/ebs-optimized",
  controls: { "CKV_AWS_135": "ERROR" },
  requirement: "Instances have bandwidth of their own for their volumes.",
  subjects: ["aws:ec2/launchTemplate:LaunchTemplate", "aws:ec2/instance:Instance"],
  judge: (resource) => resource.isTrue("ebsOptimized"),
};
