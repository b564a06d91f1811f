import type { Rule } from "../../rule";

const CREDENTIALS = /\b(AKIA|ASIA)[A-Z0-9]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----|aws_secret_access_key\s*=/i;

export const userDataWithoutSecrets: Rule = {
  id: "ec2/user-data-without-secrets",
  controls: { "CKV_AWS_46": "CRITICAL" },
  requirement: "User data holds no credentials.",
  subjects: ["aws:ec2/launchTemplate:LaunchTemplate", "aws:ec2/instance:Instance", "aws:ec2/launchConfiguration:LaunchConfiguration"],
  // An instance is given a script as it is, a launch template its base64.
  judge: (resource) =>
    ["userData", "userDataBase64"]
      .map((property) => resource.text(property))
      .every((text) => !CREDENTIALS.test(text) && !CREDENTIALS.test(Buffer.from(text, "base64").toString("utf8"))),
};
