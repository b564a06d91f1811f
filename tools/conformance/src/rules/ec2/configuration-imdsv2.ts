import { demandsImdsV2 } from "../../launch-template";
import type { Rule } from "../../rule";

export const configurationImdsv2: Rule = {
  id: "ec2/configuration-imdsv2",
  controls: { "FSBP:AutoScaling.3": "HIGH" },
  requirement: "Launch configurations demand version 2 of the metadata service.",
  subjects: ["aws:ec2/launchConfiguration:LaunchConfiguration"],
  judge: (resource) => demandsImdsV2(resource),
};
