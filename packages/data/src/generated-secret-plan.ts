import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import { dataProtection, type Profile } from "./profile";

/** The plain arguments that decide what a `GeneratedSecret` creates. */
export interface GeneratedSecretPlanArgs {
  readonly length?: number;
  readonly excludeCharacters?: string;
  readonly version?: number;
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

/** @throws ArgumentError when the length is not 16 to 4096 or the version is not a positive whole number */
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
  if (!Number.isInteger(version) || version < 1) {
    problems.push({
      argument: "version",
      rule: "must be a whole number, at least 1",
      value: version,
      remedy: "start with 1 and add 1 for each rotation",
    });
  }
  assertNoProblems(`GeneratedSecret "${name}"`, problems);
  return {
    password: { passwordLength: length, excludeCharacters },
    version,
    recoveryWindowInDays: dataProtection[profile].secretRecoveryWindowInDays,
  };
}
