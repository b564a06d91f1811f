import type { Rule } from "../../rule";

export const configurationWithoutPublicAddress: Rule = {
  id: "ec2/configuration-without-public-address",
  controls: { "FSBP:AutoScaling.5": "HIGH" },
  requirement: "Launch configurations give no public address.",
  subjects: ["aws:ec2/launchConfiguration:LaunchConfiguration"],
  judge: (resource) => !resource.isTrue("associatePublicIpAddress"),
};
