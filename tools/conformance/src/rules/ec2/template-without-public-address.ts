import type { Rule } from "../../rule";

export const templateWithoutPublicAddress: Rule = {
  id: "ec2/template-without-public-address",
  controls: { "FSBP:EC2.25": "HIGH" },
  requirement: "Launch templates give no public address.",
  subjects: ["aws:ec2/launchTemplate:LaunchTemplate"],
  judge: (resource) => !resource.texts("networkInterfaces.associatePublicIpAddress").includes("true"),
};
