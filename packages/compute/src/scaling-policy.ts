import type { ArgumentProblem } from "@org/infra-naming";
import type { Input } from "@pulumi/pulumi";

/** Keeps the average processor use of the fleet at a value. */
export interface CpuScalingPolicy {
  readonly metric: "ASGAverageCPUUtilization";
  /** Percent, more than 0 and at most 100. */
  readonly targetValue: number;
}

/** Keeps the number of requests that each target gets in a minute at a value. */
export interface RequestScalingPolicy {
  readonly metric: "ALBRequestCountPerTarget";
  /** Requests a minute for each target, more than 0. */
  readonly targetValue: number;
  /** `<arnSuffix of the load balancer>/<arnSuffix of the target group>`. */
  readonly resourceLabel: Input<string>;
}

/**
 * Target tracking: Auto Scaling adds and removes instances to keep a metric at its target.
 *
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html
 */
export type ScalingPolicy = CpuScalingPolicy | RequestScalingPolicy;

export function scalingProblems(
  policy: ScalingPolicy | undefined,
  size: { readonly minSize: number; readonly maxSize: number },
): ArgumentProblem[] {
  if (policy === undefined) return [];
  const problems: ArgumentProblem[] = [];
  const highest = policy.metric === "ASGAverageCPUUtilization" ? 100 : Number.MAX_VALUE;
  if (!(policy.targetValue > 0 && policy.targetValue <= highest)) {
    problems.push({
      argument: "scaling.targetValue",
      rule: highest === 100 ? "must be a percentage more than 0 and at most 100" : "must be more than 0",
      value: policy.targetValue,
      remedy: highest === 100 ? "use for example 50" : "use for example 1000",
    });
  }
  if (size.minSize === size.maxSize) {
    problems.push({
      argument: "scaling",
      rule: `must have room to scale, and minSize and maxSize are both ${size.minSize}`,
      value: policy.metric,
      remedy: "raise maxSize, or leave scaling out",
    });
  }
  return problems;
}
