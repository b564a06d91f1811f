import type { Rule } from "../../rule";

export const instanceTerminationProtection: Rule = {
  id: "ec2/instance-termination-protection",
  controls: { "AwsSolutions-EC29": "ERROR" },
  requirement: "Instances outside a group are protected against termination.",
  subjects: ["aws:ec2/instance:Instance"],
  judge: (resource) => resource.isTrue("disableApiTermination"),
};
