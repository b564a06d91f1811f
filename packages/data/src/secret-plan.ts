import { assertNoProblems } from "@org/infra-naming";
import { dataProtection, type Profile } from "./profile";
import { rotationProblems, type SecretRotation, versionProblems } from "./stored-secret-plan";

/** The plain arguments that decide what a `Secret` creates. */
export interface SecretPlanArgs {
  readonly version: number;
  readonly rotation?: SecretRotation;
  readonly profile?: Profile;
}

export interface SecretPlan {
  readonly version: number;
  readonly recoveryWindowInDays: number;
}

/** @throws ArgumentError when the version is no positive whole number or the rotation slower than 90 days */
export function planSecret(name: string, { version, rotation, profile = "production" }: SecretPlanArgs): SecretPlan {
  assertNoProblems(`Secret "${name}"`, [...versionProblems(version), ...rotationProblems(rotation)]);
  return { version, recoveryWindowInDays: dataProtection[profile].secretRecoveryWindowInDays };
}
