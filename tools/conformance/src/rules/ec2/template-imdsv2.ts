import { demandsImdsV2 } from "../../launch-template";
import type { Rule } from "../../rule";

export const templateImdsv2: Rule = {
  id: "ec2/template-imdsv2",
  controls: { "FSBP:EC2.170": "LOW" },
  requirement: "Launch templates demand version 2 of the metadata service.",
  subjects: ["aws:ec2/launchTemplate:LaunchTemplate"],
  judge: (resource) => demandsImdsV2(resource),
};
