import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import { dataProtection, type Profile } from "./profile";
import { rotationProblems, type SecretRotation, versionProblems } from "./stored-secret-plan";

/** The plain arguments that decide what a `GeneratedSecret` creates. */
export interface GeneratedSecretPlanArgs {
  readonly length?: number;
  readonly excludeCharacters?: string;
  readonly version?: number;
  readonly rotation?: SecretRotation;
  readonly profile?: Profile;
}

export interface GeneratedSecretPlan {
  /** What `secretsmanager.getRandomPassword` is asked for. */
  readonly password: { readonly passwordLength: number; readonly excludeCharacters: string };
  readonly version: number;
  readonly recoveryWindowInDays: number;
}

/** Characters that end a string, a shell word or a URL's authority part where a password is pasted. */
const unsafeCharacters = "\"'`\\/@:$ ";

/** @throws ArgumentError when the length is not 16 to 4096, the version no positive whole number, or the rotation slower than 90 days */
export function planGeneratedSecret(name: string, args: GeneratedSecretPlanArgs): GeneratedSecretPlan {
  const { length = 32, excludeCharacters = unsafeCharacters, version = 1, profile = "production" } = args;
  const problems: ArgumentProblem[] = [];
  if (!Number.isInteger(length) || length < 16 || length > 4096) {
    problems.push({
      argument: "length",
      rule: "must be a whole number from 16 to 4096",
      value: length,
      remedy: "use for example 32",
    });
  }
  problems.push(...versionProblems(version), ...rotationProblems(args.rotation));
  assertNoProblems(`GeneratedSecret "${name}"`, problems);
  return {
    password: { passwordLength: length, excludeCharacters },
    version,
    recoveryWindowInDays: dataProtection[profile].secretRecoveryWindowInDays,
  };
}
