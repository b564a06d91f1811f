import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import type { Input } from "@pulumi/pulumi";
import { feedbackProblems } from "./feedback-loop";
import type { ObjectCreatedEventsArgs, WatchedBucket } from "./object-created-events";

/** The arguments that are known before deployment; bucket names are only looked at when plain. */
export type PlannedObjectCreatedEventsArgs = Pick<ObjectCreatedEventsArgs, "buckets" | "logGroup">;

/** A bucket that gets a rule and a target. */
export interface PlannedBucket {
  /** Names the rule. */
  readonly label: string;
  readonly bucketName: Input<string>;
  /** Start of the keys that count; empty for every object. */
  readonly prefix: string;
}

/** @throws ArgumentError naming every illegal argument */
export function planObjectCreatedEvents(name: string, { buckets, logGroup }: PlannedObjectCreatedEventsArgs): PlannedBucket[] {
  const planned = Object.entries(buckets).map(([label, bucket]) => ({ label, ...watchedBucket(bucket) }));
  assertNoProblems(`ObjectCreatedEvents "${name}"`, [
    ...labelProblems(planned),
    ...planned.flatMap(prefixProblems),
    ...repetitionProblems(planned),
    ...feedbackProblems(planned, logGroup.exports ?? []),
  ]);
  return planned;
}

function watchedBucket(bucket: Input<string> | WatchedBucket): Omit<PlannedBucket, "label"> {
  const isWatchedBucket = typeof bucket === "object" && "bucketName" in bucket;
  return isWatchedBucket ? { bucketName: bucket.bucketName, prefix: bucket.prefix ?? "" } : { bucketName: bucket, prefix: "" };
}

function labelProblems(buckets: readonly PlannedBucket[]): ArgumentProblem[] {
  if (buckets.length === 0) {
    return [
      {
        argument: "buckets",
        rule: "must name at least one bucket",
        value: {},
        remedy: "use for example { uploads: bucket.bucket }",
      },
    ];
  }
  return buckets
    .filter(({ label }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(label))
    .map(({ label }) => ({
      argument: "buckets",
      rule: "must be keyed by lower-case words with hyphens between them, which name the rules",
      value: label,
      remedy: "use for example alb-access-logs",
    }));
}

function prefixProblems({ label, prefix }: PlannedBucket): ArgumentProblem[] {
  // What S3 takes as a key is 1024 bytes; a pattern has 2048 characters for it and all the rest.
  if (Buffer.byteLength(prefix) <= 1024) return [];
  return [
    {
      argument: `buckets.${label}.prefix`,
      rule: "must be at most 1024 bytes, as long as keys are",
      value: prefix,
      remedy: "shorten it",
    },
  ];
}

function repetitionProblems(buckets: readonly PlannedBucket[]): ArgumentProblem[] {
  const isRepeated = ({ bucketName, prefix }: PlannedBucket, index: number) =>
    buckets.findIndex((other) => other.bucketName === bucketName && other.prefix === prefix) !== index;
  return buckets
    .filter((bucket, index) => typeof bucket.bucketName === "string" && isRepeated(bucket, index))
    .map(({ bucketName }) => ({
      argument: "buckets",
      rule: "must name each bucket once, or its events are delivered twice",
      value: bucketName,
      remedy: "remove one of the two",
    }));
}
