import type { Rule } from "../../rule";

const VOLUME = "aws:ebs/volume:Volume";

export const volumesWithCustomerKey: Rule = {
  id: "ec2/volumes-with-customer-key",
  controls: { "CKV_AWS_189": "LOW" },
  requirement: "Volumes are encrypted with a key of the customer.",
  subjects: ["aws:ec2/launchTemplate:LaunchTemplate", VOLUME],
  judge: (resource) =>
    // AWS reports its own key where a volume is given none.
    resource.type === VOLUME
      ? resource.given.has("kmsKeyId")
      : resource.parts("blockDeviceMappings").length > 0 &&
        resource.parts("blockDeviceMappings").every((device) => device.has("ebs.kmsKeyId")),
};
