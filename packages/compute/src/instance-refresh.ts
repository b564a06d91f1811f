import type { ArgumentProblem } from "@org/infra-naming";
import type { Input } from "@pulumi/pulumi";
import { integerProblems } from "./integer-argument";

/**
 * How a new template version reaches the instances. It is rolled back when it fails, and it fails when one of the alarms
 * goes off.
 *
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-rollback.html
 */
export interface InstanceRefresh {
  /** Names of at most 10 CloudWatch alarms, which must exist when a refresh starts. @default none */
  readonly alarmNames?: readonly Input<string>[];
  /** Pauses in which the alarms get time to notice. @default none */
  readonly checkpoints?: RefreshCheckpoints;
}

export interface RefreshCheckpoints {
  /** Rising percentages of replaced instances after which the refresh waits, for example 20 and 100. */
  readonly percentages: readonly number[];
  /** Seconds of each pause, 0 to 172800. @default 3600 */
  readonly delay?: number;
}

/** The preferences of the group's refresh that these arguments decide. */
export function refreshPreferences({ alarmNames = [], checkpoints }: InstanceRefresh = {}) {
  return {
    ...(alarmNames.length > 0 && { alarmSpecification: { alarms: [...alarmNames] } }),
    ...(checkpoints && {
      checkpointPercentages: [...checkpoints.percentages],
      checkpointDelay: String(checkpoints.delay ?? 3600),
    }),
  };
}

export function instanceRefreshProblems({ alarmNames = [], checkpoints }: InstanceRefresh = {}): ArgumentProblem[] {
  const problems: ArgumentProblem[] = [];
  if (alarmNames.length > 10) {
    problems.push({
      argument: "instanceRefresh.alarmNames",
      rule: "must be at most 10 alarms",
      value: alarmNames.length,
      remedy: "join alarms in a composite alarm, and name that",
    });
  }
  if (checkpoints === undefined) return problems;
  const { percentages, delay = 3600 } = checkpoints;
  const rising = percentages.every((value, index) => {
    return Number.isInteger(value) && value <= 100 && value > (index === 0 ? 0 : percentages[index - 1]);
  });
  if (!rising || percentages.at(-1) !== 100) {
    problems.push({
      argument: "instanceRefresh.checkpoints.percentages",
      rule: "must be whole percentages that rise to 100: the refresh ends at the last one",
      value: percentages,
      remedy: "use for example 20 and 100",
    });
  }
  const range = { min: 0, max: 172_800, unit: "seconds" };
  return [...problems, ...integerProblems("instanceRefresh.checkpoints.delay", delay, range, "use for example 600")];
}
