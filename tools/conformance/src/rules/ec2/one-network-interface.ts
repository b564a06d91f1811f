import type { Rule } from "../../rule";

export const oneNetworkInterface: Rule = {
  id: "ec2/one-network-interface",
  controls: { "FSBP:EC2.17": "LOW" },
  requirement: "Instances have one network interface.",
  subjects: ["aws:ec2/launchTemplate:LaunchTemplate"],
  judge: (resource) => resource.parts("networkInterfaces").length <= 1,
};
