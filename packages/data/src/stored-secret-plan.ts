import type { ArgumentProblem } from "@org/infra-naming";
import type { Input } from "@pulumi/pulumi";

/** How a secret's value is exchanged by itself. */
export interface SecretRotation {
  /**
   * ARN of the Lambda function that exchanges the value. Its resource policy must let `secretsmanager.amazonaws.com`
   * call it, and its role must read and write the secret and use its key.
   * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
   */
  readonly lambdaArn: Input<string>;
  /**
   * Days between two exchanges, 1 to 90.
   * @default 30
   */
  readonly days?: number;
}

/** Days between two exchanges of a value, where nothing else is said. */
export const defaultRotationDays = 30;

/** What a secret's version may not be. */
export function versionProblems(version: number): ArgumentProblem[] {
  if (Number.isInteger(version) && version >= 1) return [];
  return [
    {
      argument: "version",
      rule: "must be a whole number, at least 1",
      value: version,
      remedy: "start with 1 and add 1 for each rotation",
    },
  ];
}

/** Secrets Manager takes 1000 days; Security Hub (SecretsManager.4) takes 90. */
export function rotationProblems(rotation: SecretRotation | undefined): ArgumentProblem[] {
  const { days = defaultRotationDays } = rotation ?? {};
  if (Number.isInteger(days) && days >= 1 && days <= 90) return [];
  return [
    {
      argument: "rotation.days",
      rule: "must be a whole number of days from 1 to 90 (Security Hub SecretsManager.4)",
      value: days,
      remedy: `use for example ${defaultRotationDays}`,
    },
  ];
}
