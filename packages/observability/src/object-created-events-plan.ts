import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import type { ObjectCreatedEventsArgs } from "./object-created-events";

/** The arguments that are known before deployment; bucket names are only looked at when plain. */
export type PlannedObjectCreatedEventsArgs = Pick<ObjectCreatedEventsArgs, "buckets">;

/**
 * The labels of the buckets, each of which gets a rule and a target.
 *
 * @throws ArgumentError naming every illegal argument
 */
export function planObjectCreatedEvents(name: string, { buckets }: PlannedObjectCreatedEventsArgs): string[] {
  const labels = Object.keys(buckets);
  const problems: ArgumentProblem[] = labels
    .filter((label) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(label))
    .map((label) => ({
      argument: "buckets",
      rule: "must be keyed by lower-case words with hyphens between them, which name the rules",
      value: label,
      remedy: "use for example alb-access-logs",
    }));
  if (labels.length === 0) {
    problems.push({
      argument: "buckets",
      rule: "must name at least one bucket",
      value: buckets,
      remedy: "use for example { uploads: bucket.bucket }",
    });
  }
  const seen = new Set<string>();
  for (const bucketName of Object.values(buckets)) {
    if (typeof bucketName !== "string") continue;
    if (seen.has(bucketName)) {
      problems.push({
        argument: "buckets",
        rule: "must name each bucket once, or its events are delivered twice",
        value: bucketName,
        remedy: "remove one of the two",
      });
    }
    seen.add(bucketName);
  }
  assertNoProblems(`ObjectCreatedEvents "${name}"`, problems);
  return labels;
}
