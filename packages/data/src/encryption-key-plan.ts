import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import { consumerProblems } from "./key-consumer-problems";
import type { KeyConsumers } from "./key-policy";
import { dataProtection, type Profile } from "./profile";
import { regionProblems } from "./region-problems";

/** The plain arguments that decide what an `EncryptionKey` creates. */
export interface EncryptionKeyPlanArgs {
  readonly region: string;
  readonly consumers?: KeyConsumers;
  readonly rotationPeriodInDays?: number;
  readonly multiRegion?: boolean;
  readonly profile?: Profile;
}

export interface EncryptionKeyPlan {
  readonly region: string;
  readonly consumers: KeyConsumers;
  /** Days between two rotations of the key material. */
  readonly rotationPeriodInDays: number;
  readonly multiRegion: boolean;
  readonly deletionWindowInDays: number;
  readonly protect: boolean;
}

/** @throws ArgumentError when the Region cannot be one, log delivery has no legal bucket names, or the period is not KMS's */
export function planEncryptionKey(name: string, args: EncryptionKeyPlanArgs): EncryptionKeyPlan {
  const { consumers = {}, multiRegion = false, profile = "production", region, rotationPeriodInDays = 365 } = args;
  const problems: ArgumentProblem[] = [...regionProblems(region), ...consumerProblems(consumers)];
  if (!Number.isInteger(rotationPeriodInDays) || rotationPeriodInDays < 90 || rotationPeriodInDays > 2560) {
    problems.push({
      argument: "rotationPeriodInDays",
      rule: "must be a whole number of days from 90 to 2560",
      value: rotationPeriodInDays,
      remedy: "use for example 365",
    });
  }
  assertNoProblems(`EncryptionKey "${name}"`, problems);
  const protection = dataProtection[profile];
  return {
    region,
    consumers,
    rotationPeriodInDays,
    multiRegion,
    deletionWindowInDays: protection.keyDeletionWindowInDays,
    protect: protection.deletionProtection,
  };
}
