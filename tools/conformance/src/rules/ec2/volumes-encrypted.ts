import { allVolumes } from "../../launch-template";
import type { Rule } from "../../rule";

export const volumesEncrypted: Rule = {
  id: "ec2/volumes-encrypted",
  controls: { "FSBP:EC2.3": "MEDIUM" },
  requirement: "Volumes are encrypted.",
  subjects: ["aws:ebs/volume:Volume", "aws:ec2/launchTemplate:LaunchTemplate"],
  judge: (resource) => resource.type === "aws:ebs/volume:Volume" ? resource.isTrue("encrypted") : allVolumes(resource, "ebs.encrypted"),
};
