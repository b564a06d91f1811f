import { allVolumes } from "../../launch-template";
import type { Rule } from "../../rule";

export const templateVolumesEncrypted: Rule = {
  id: "ec2/template-volumes-encrypted",
  controls: { "FSBP:EC2.181": "MEDIUM" },
  requirement: "Launch templates encrypt every volume, the root volume included.",
  subjects: ["aws:ec2/launchTemplate:LaunchTemplate"],
  judge: (resource) => allVolumes(resource, "ebs.encrypted"),
};
