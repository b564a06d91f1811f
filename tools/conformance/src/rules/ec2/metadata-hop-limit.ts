import type { Rule } from "../../rule";

export const metadataHopLimit: Rule = {
  id: "ec2/metadata-hop-limit",
  controls: { "CKV_AWS_341": "HIGH" },
  requirement: "Answers of the metadata service travel one hop.",
  subjects: ["aws:ec2/launchTemplate:LaunchTemplate", "aws:ec2/launchConfiguration:LaunchConfiguration"],
  judge: (resource) =>
    !resource.has("metadataOptions.httpPutResponseHopLimit") || resource.number("metadataOptions.httpPutResponseHopLimit") === 1,
};
