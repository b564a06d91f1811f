import type { ArgumentProblem } from "@org/infra-naming";
import { integerProblems } from "./integer-argument";

/**
 * Time between the moment when an instance has left its target groups and its end, to save what is only there.
 * EventBridge reports the instance; it ends early for whoever calls `autoscaling:CompleteLifecycleAction`.
 *
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/lifecycle-hooks.html
 */
export interface TerminationHook {
  /** Seconds until the instance ends by itself, 30 to 7200. */
  readonly heartbeatTimeout: number;
}

export function terminationHookProblems(hook: TerminationHook | undefined): ArgumentProblem[] {
  if (hook === undefined) return [];
  const range = { min: 30, max: 7200, unit: "seconds" };
  return integerProblems("terminationHook.heartbeatTimeout", hook.heartbeatTimeout, range, "use for example 120");
}
