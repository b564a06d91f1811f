import type { Rule } from "../../rule";

export const detailedMonitoring: Rule = {
  id: "ec2/detailed-monitoring",
  controls: { "AwsSolutions-EC28": "LOW" },
  requirement: "Instances report every minute.",
  subjects: ["aws:ec2/launchTemplate:LaunchTemplate", "aws:ec2/instance:Instance"],
  judge: (resource) =>
    resource.type === "aws:ec2/instance:Instance" ? resource.isTrue("monitoring") : resource.isTrue("monitoring.enabled"),
};
