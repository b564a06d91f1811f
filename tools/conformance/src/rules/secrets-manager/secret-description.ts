import type { Rule } from "../../rule";

export const secretDescription: Rule = {
  id: "secrets-manager/secret-description",
  controls: { "pulumi-cp:aws-secretsmanager-secret-missing-description": "LOW" },
  requirement: "Secrets say in words what they are for.",
  subjects: ["aws:secretsmanager/secret:Secret"],
  judge: (resource) => resource.text("description").length >= 6,
};
