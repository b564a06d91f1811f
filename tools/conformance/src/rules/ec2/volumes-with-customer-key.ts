import type { Rule } from "../../rule";

export const volumesWithCustomerKey: Rule = {
  id: "ec2/volumes-with-customer-key",
  controls: { "CKV_AWS_189": "LOW" },
  requirement: "Volumes are encrypted with a key of the customer.",
  subjects: ["aws:ec2/launchTemplate:LaunchTemplate", "aws:ebs/volume:Volume"],
  judge: (resource) =>
    resource.type === "aws:ebs/volume:Volume" ? resource.has("kmsKeyId") : resource.parts("blockDeviceMappings").length > 0 &&
    resource.parts("blockDeviceMappings").every((device) => device.has("ebs.kmsKeyId")),
};
