import type { Rule } from "../../rule";

export const configurationVolumesEncrypted: Rule = {
  id: "ec2/configuration-volumes-encrypted",
  controls: { "AWS-0008": "HIGH" },
  requirement: "Launch configurations encrypt every volume.",
  subjects: ["aws:ec2/launchConfiguration:LaunchConfiguration"],
  judge: (resource) => resource.isTrue("rootBlockDevice.encrypted") && resource.parts("ebsBlockDevices").every((device) => device.isTrue("encrypted")),
};
