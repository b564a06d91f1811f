import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import type { KeyConsumers } from "./key-policy";
import { dataProtection, type Profile } from "./profile";
import { regionProblems } from "./region-problems";

/** The plain arguments that decide what an `EncryptionKey` creates. */
export interface EncryptionKeyPlanArgs {
  readonly region: string;
  readonly consumers?: KeyConsumers;
  readonly profile?: Profile;
}

export interface EncryptionKeyPlan {
  readonly region: string;
  readonly consumers: KeyConsumers;
  /** Days between two rotations of the key material. */
  readonly rotationPeriodInDays: number;
  readonly deletionWindowInDays: number;
  readonly protect: boolean;
}

/** S3's rules for names, as far as a policy needs them: no wildcard and no ARN may slip into a condition. */
const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** @throws ArgumentError when the Region cannot be one, or log delivery is declared without legal bucket names */
export function planEncryptionKey(name: string, args: EncryptionKeyPlanArgs): EncryptionKeyPlan {
  const { consumers = {}, profile = "production", region } = args;
  const problems: ArgumentProblem[] = [...regionProblems(region)];
  const bucketNames = consumers.logDelivery?.bucketNames;
  if (bucketNames?.length === 0) {
    problems.push({
      argument: "consumers.logDelivery.bucketNames",
      rule: "must name at least one bucket",
      value: bucketNames,
      remedy: "name the buckets that logs are delivered to, or leave out logDelivery",
    });
  }
  for (const value of bucketNames ?? []) {
    if (!bucketName.test(value)) {
      problems.push({
        argument: "consumers.logDelivery.bucketNames",
        rule: "must hold names of buckets, not ARNs or patterns",
        value,
        remedy: 'use Naming.physicalName("aws:s3/bucket:Bucket", <name of the LogBucket>)',
      });
    }
  }
  assertNoProblems(`EncryptionKey "${name}"`, problems);
  const protection = dataProtection[profile];
  return {
    region,
    consumers,
    rotationPeriodInDays: 365,
    deletionWindowInDays: protection.keyDeletionWindowInDays,
    protect: protection.deletionProtection,
  };
}
