import type { Rule } from "../../rule";

export const instanceRole: Rule = {
  id: "ec2/instance-role",
  controls: { "CKV2_AWS_41": "MEDIUM" },
  requirement: "Instances reach AWS through a role.",
  subjects: ["aws:ec2/launchTemplate:LaunchTemplate", "aws:ec2/instance:Instance"],
  judge: (resource) =>
    resource.type === "aws:ec2/instance:Instance" ? resource.has("iamInstanceProfile") : resource.has("iamInstanceProfile.arn") ||
    resource.has("iamInstanceProfile.name"),
};
