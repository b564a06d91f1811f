import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import * as pulumi from "@pulumi/pulumi";

/** Where the events of a log group are copied to: by an export task, a subscription with Firehose, or anything else. */
export interface LogExport {
  /** Name of the bucket that the copies go to. */
  readonly bucketName: pulumi.Input<string>;
  /** Start of the keys of the copies. @default "", anywhere in the bucket */
  readonly prefix?: string;
}

interface WatchedKeys {
  readonly label: string;
  readonly bucketName: pulumi.Input<string>;
  readonly prefix: string;
}

/**
 * Each copy that arrives in a watched bucket would be an event in the log group, which is copied again, without end and
 * at growing cost. Names are only compared when plain.
 */
export function feedbackProblems(watched: readonly WatchedKeys[], exports: readonly LogExport[]): ArgumentProblem[] {
  return watched
    .filter(({ bucketName, prefix }) =>
      exports.some(
        (copies) =>
          typeof bucketName === "string" && copies.bucketName === bucketName && overlap(prefix, copies.prefix ?? ""),
      ),
    )
    .map(({ label, bucketName }) => ({
      argument: `buckets.${label}`,
      rule: "must not be where the log group is exported to: each event would make an object, and each object an event",
      value: bucketName,
      remedy: "export to another bucket, or give both a prefix and let neither start with the other",
    }));
}

/**
 * The name of a bucket, checked against the exports as soon as all names are known.
 *
 * @throws ArgumentError when the bucket receives what the log group exports
 */
export function outsideFeedback(
  subject: string,
  watched: WatchedKeys,
  exports: readonly LogExport[],
): pulumi.Output<string> {
  const names = exports.map(({ bucketName }) => bucketName);
  return pulumi.all([watched.bucketName, pulumi.all(names)]).apply(([bucketName, known]) => {
    const copies = exports.map(({ prefix }, index) => ({ bucketName: known[index], prefix }));
    assertNoProblems(subject, feedbackProblems([{ ...watched, bucketName }], copies));
    return bucketName;
  });
}

function overlap(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}
