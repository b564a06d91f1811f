import type { Rule } from "../../rule";

export const keyDescription: Rule = {
  id: "kms/key-description",
  controls: { "pulumi-cp:aws-kms-key-missing-description": "LOW" },
  requirement: "Keys say in words what they are for.",
  subjects: ["aws:kms/key:Key"],
  judge: (resource) => resource.text("description").length >= 6,
};
