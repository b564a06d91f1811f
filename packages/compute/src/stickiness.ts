import type { ArgumentProblem } from "@org/infra-naming";
import { integerProblems } from "./integer-argument";

/**
 * Keeps a client that has once been sent to a target group there, by a cookie. It beats the weights: a shift of weight
 * only moves clients whose cookie has run out, and clients of a group that fails stay with it for as long.
 *
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html
 */
export interface Stickiness {
  /** Seconds that the cookie lasts, 1 to 604800 (a week). */
  readonly duration: number;
}

export function stickinessProblems(stickiness: Stickiness | undefined): ArgumentProblem[] {
  if (stickiness === undefined) return [];
  const range = { min: 1, max: 604_800, unit: "seconds" };
  return integerProblems("stickiness.duration", stickiness.duration, range, "use for example 300");
}
