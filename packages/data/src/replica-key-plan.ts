import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import { consumerProblems } from "./key-consumer-problems";
import type { KeyConsumers } from "./key-policy";
import { dataProtection, type Profile } from "./profile";
import { regionProblems } from "./region-problems";

/** The plain arguments that decide what a `ReplicaKey` creates. */
export interface ReplicaKeyPlanArgs {
  readonly primary: { readonly region: string; readonly multiRegion: boolean };
  readonly region: string;
  readonly consumers?: KeyConsumers;
  readonly profile?: Profile;
}

export interface ReplicaKeyPlan {
  readonly region: string;
  readonly consumers: KeyConsumers;
  readonly deletionWindowInDays: number;
  readonly protect: boolean;
}

/** @throws ArgumentError when the primary cannot be replicated, or into this Region */
export function planReplicaKey(name: string, args: ReplicaKeyPlanArgs): ReplicaKeyPlan {
  const { consumers = {}, primary, profile = "production", region } = args;
  const problems: ArgumentProblem[] = [...regionProblems(region), ...consumerProblems(consumers)];
  if (!primary.multiRegion) {
    problems.push({
      argument: "primary.multiRegion",
      rule: "must be true: KMS replicates no key that was not made for it",
      value: false,
      remedy: "create the EncryptionKey with multiRegion: true, or an EncryptionKey of its own in this Region",
    });
  }
  if (primary.region === region) {
    problems.push({
      argument: "region",
      rule: "must be another Region than the primary's",
      value: region,
      remedy: "use the primary key itself there",
    });
  }
  assertNoProblems(`ReplicaKey "${name}"`, problems);
  const protection = dataProtection[profile];
  return {
    region,
    consumers,
    deletionWindowInDays: protection.keyDeletionWindowInDays,
    protect: protection.deletionProtection,
  };
}
