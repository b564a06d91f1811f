import { demandsImdsV2, templateOf } from "../../launch-template";
import type { Rule } from "../../rule";

export const instanceImdsv2: Rule = {
  id: "ec2/instance-imdsv2",
  controls: { "FSBP:EC2.8": "HIGH" },
  requirement: "What runs is launched with version 2 of the metadata service.",
  subjects: ["aws:ec2/instance:Instance", "aws:autoscaling/group:Group"],
  judge: (resource, stack) => {
    if (resource.type === "aws:ec2/instance:Instance") return demandsImdsV2(resource);
    const template = templateOf(resource, stack);
    return template === undefined ? undefined : demandsImdsV2(template);
  },
};
