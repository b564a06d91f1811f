import type { Rule } from "../../rule";

export const noParavirtualInstances: Rule = {
  id: "ec2/no-paravirtual-instances",
  controls: { "FSBP:EC2.24": "MEDIUM" },
  requirement: "Instance types are of the hardware-virtualised generations.",
  subjects: ["aws:ec2/launchTemplate:LaunchTemplate", "aws:ec2/instance:Instance"],
  judge: (resource) => !/^(t1|m1|m2|m3|c1|c3|hi1|hs1|cc2|cg1|cr1)\./.test(resource.text("instanceType")),
};
