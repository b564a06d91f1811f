import type { ArgumentProblem } from "@org/infra-naming";
import { integerProblems } from "./integer-argument";

/**
 * How a listener shares requests between the two target groups: each gets its weight divided by the sum.
 * A group of weight 0 stays in the action, so that its health checks keep running.
 *
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html
 */
export interface TargetWeights {
  /** 0 to 999. @default 50 */
  readonly primary?: number;
  /** 0 to 999. @default 50 */
  readonly secondary?: number;
}

export function planTargetWeights(weights: TargetWeights = {}): Required<TargetWeights> {
  return { primary: weights.primary ?? 50, secondary: weights.secondary ?? 50 };
}

export function weightProblems(weights: Required<TargetWeights>): ArgumentProblem[] {
  const remedy = "use for example 50 and 50, or 90 and 10 for a canary";
  const range = { min: 0, max: 999 };
  const problems = [
    ...integerProblems("weights.primary", weights.primary, range, remedy),
    ...integerProblems("weights.secondary", weights.secondary, range, remedy),
  ];
  if (weights.primary === 0 && weights.secondary === 0) {
    problems.push({
      argument: "weights",
      rule: "must not both be 0: no target group would receive a request",
      value: weights,
      remedy: "give at least one target group a weight of 1 or more",
    });
  }
  return problems;
}
