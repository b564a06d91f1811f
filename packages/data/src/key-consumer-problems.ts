import type { ArgumentProblem } from "@org/infra-naming";
import type { KeyConsumers } from "./key-policy";

/** S3's rules for names, as far as a policy needs them: no wildcard and no ARN may slip into a condition. */
const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** What is wrong with the consumers that a key's policy is composed from. */
export function consumerProblems(consumers: KeyConsumers): ArgumentProblem[] {
  const problems: ArgumentProblem[] = [];
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
        remedy: "use logBucketName(naming, <name of the LogBucket>, [<kind of its writer>])",
      });
    }
  }
  return problems;
}
