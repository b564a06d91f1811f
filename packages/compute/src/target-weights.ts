import type { ArgumentProblem } from "@org/infra-naming";
import { integerProblems } from "./integer-argument";

/**
 * How a listener shares requests between the two target groups: each gets its weight divided by the sum.
 * A group of weight 0 stays in the action, so that its health checks keep running.
 *
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html
 */
export interface TargetWeights {
  /** Weight of the primary group, 0 to 999. @default 50 */
  readonly primary?: number;
  /** Weight of the secondary group, 0 to 999. @default 50 */
  readonly secondary?: number;
}

/** The program owns the weights: a deployment sets them, also over what somebody else has shifted. */
export interface ManagedWeights extends TargetWeights {
  /** Who owns the weights: the program. @default "managed" */
  readonly mode?: "managed";
}

/**
 * Somebody else owns the weights, a blue/green controller for example: after the first deployment the whole forward
 * action is left alone. To ignore the weights only would not do: the provider would send others in their place. So a
 * change that replaces a target group fails at the old group, which is still in use, until the weights are managed.
 *
 * https://github.com/pulumi/pulumi-aws/issues/5772
 */
export interface ExternalWeights {
  readonly mode: "external";
  /** Weights of the first deployment. @default 50 and 50 */
  readonly initial?: TargetWeights;
}

export interface PlannedWeights extends Required<TargetWeights> {
  readonly mode: "managed" | "external";
}

export function planTargetWeights(weights: ManagedWeights | ExternalWeights = {}): PlannedWeights {
  const { primary = 50, secondary = 50 } = weights.mode === "external" ? (weights.initial ?? {}) : weights;
  return { mode: weights.mode ?? "managed", primary, secondary };
}

export function weightProblems({ mode, primary, secondary }: PlannedWeights): ArgumentProblem[] {
  const argument = mode === "external" ? "weights.initial" : "weights";
  const remedy = "use for example 50 and 50, or 90 and 10 for a canary";
  const range = { min: 0, max: 999 };
  const problems = [
    ...integerProblems(`${argument}.primary`, primary, range, remedy),
    ...integerProblems(`${argument}.secondary`, secondary, range, remedy),
  ];
  if (primary === 0 && secondary === 0) {
    problems.push({
      argument,
      rule: "must not both be 0: no target group would receive a request",
      value: { primary, secondary },
      remedy: "give at least one target group a weight of 1 or more",
    });
  }
  return problems;
}
