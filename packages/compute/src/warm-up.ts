import { type ArgumentProblem } from "@org/infra-naming";
import { type HealthCheck, planHealthCheck } from "./health-check";
import { integerProblems } from "./integer-argument";

/** What decides how long a new instance takes until it serves. */
export interface WarmUpArgs {
  /** Seconds from its launch until an instance answers its first health check, 0 to 3600. @default 75 */
  readonly startupTime?: number;
  /** Health check of the target groups: `ApplicationLoadBalancer.healthCheck`. @default the load balancer's default */
  readonly healthCheck?: HealthCheck;
  /**
   * Seconds after its start in which an instance may be unhealthy, 0 to 7200.
   * @default `startupTime` and the health checks that make it healthy: 120
   */
  readonly healthCheckGracePeriod?: number;
  /** Seconds until a new instance counts in metrics and refreshes, 0 to 7200. @default `healthCheckGracePeriod` */
  readonly defaultInstanceWarmup?: number;
}

export interface WarmUp {
  readonly healthCheckGracePeriod: number;
  readonly defaultInstanceWarmup: number;
}

const defaultStartupTime = 75;

/** An instance is in service when it has started and has then passed as many health checks as make it healthy. */
export function planWarmUp(args: WarmUpArgs): WarmUp {
  const { interval, healthyThreshold } = planHealthCheck(args.healthCheck);
  const derived = (args.startupTime ?? defaultStartupTime) + interval * healthyThreshold;
  const healthCheckGracePeriod = args.healthCheckGracePeriod ?? derived;
  return { healthCheckGracePeriod, defaultInstanceWarmup: args.defaultInstanceWarmup ?? healthCheckGracePeriod };
}

export function warmUpProblems(args: WarmUpArgs): ArgumentProblem[] {
  const { startupTime = defaultStartupTime, healthCheckGracePeriod = 0, defaultInstanceWarmup = 0 } = args;
  const seconds = (argument: string, value: number, max: number, remedy: string) =>
    integerProblems(argument, value, { min: 0, max, unit: "seconds" }, remedy);
  return [
    ...seconds("startupTime", startupTime, 3600, "use for example 75"),
    ...seconds("healthCheckGracePeriod", healthCheckGracePeriod, 7200, "use for example 120"),
    ...seconds("defaultInstanceWarmup", defaultInstanceWarmup, 7200, "use for example 120"),
  ];
}
