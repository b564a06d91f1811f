import type { Resource } from "../../resource";
import type { Rule } from "../../rule";

export const secretRotationPeriod: Rule = {
  id: "secrets-manager/secret-rotation-period",
  controls: { "FSBP:SecretsManager.4": "MEDIUM" },
  requirement: "Secrets are rotated within 90 days.",
  subjects: ["aws:secretsmanager/secret:Secret"],
  judge: (resource, stack) =>
    stack.referring("aws:secretsmanager/secretRotation:SecretRotation", "secretId", resource).some(
      (rotation) => rotationDays(rotation) <= 90,
    ),
};

function rotationDays(rotation: Resource): number {
  const rate = /^rate\((\d+) (hour|day)s?\)$/.exec(rotation.text("rotationRules.scheduleExpression"));
  if (rate === null) return rotation.number("rotationRules.automaticallyAfterDays");
  return Number(rate[1]) / (rate[2] === "hour" ? 24 : 1);
}
