import type { Rule } from "../../rule";

export const secretRotation: Rule = {
  id: "secrets-manager/secret-rotation",
  controls: { "FSBP:SecretsManager.1": "MEDIUM" },
  requirement: "Secrets are rotated by themselves.",
  subjects: ["aws:secretsmanager/secret:Secret"],
  judge: (resource, stack) =>
    stack
      .referring("aws:secretsmanager/secretRotation:SecretRotation", "secretId", resource)
      .some((rotation) => rotation.has("rotationLambdaArn")),
};
