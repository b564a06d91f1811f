import type { ArgumentProblem } from "@org/infra-naming";
import { integerProblems } from "./integer-argument";

/**
 * How the load balancer asks a target whether it can serve.
 *
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
export interface HealthCheck {
  /** Path of the request. @default "/health" */
  readonly path?: string;
  /** Seconds between two checks, 5 to 300. @default 15 */
  readonly interval?: number;
  /** Seconds without an answer that count as a failure, 2 to 120, less than `interval`. @default 5 */
  readonly timeout?: number;
  /** Successes in a row that make a target healthy, 2 to 10. @default 3 */
  readonly healthyThreshold?: number;
  /** Failures in a row that make a target unhealthy, 2 to 10. @default 2 */
  readonly unhealthyThreshold?: number;
  /** Status codes that count as a success, 200 to 499: `200`, `200,204` or `200-299`. @default "200" */
  readonly matcher?: string;
}

// AWS's own thresholds and those that the provider sends differ, so every number is always sent.
const defaults: Required<HealthCheck> = {
  path: "/health",
  interval: 15,
  timeout: 5,
  healthyThreshold: 3,
  unhealthyThreshold: 2,
  matcher: "200",
};

export function planHealthCheck(check: HealthCheck = {}): Required<HealthCheck> {
  const given = Object.fromEntries(Object.entries(check).filter(([, value]) => value !== undefined));
  return { ...defaults, ...given };
}

export function healthCheckProblems(check: Required<HealthCheck>): ArgumentProblem[] {
  const problems = [
    ...integerProblems("healthCheck.interval", check.interval, { min: 5, max: 300, unit: "seconds" }, "use for example 15"),
    ...integerProblems("healthCheck.timeout", check.timeout, { min: 2, max: 120, unit: "seconds" }, "use for example 5"),
    ...integerProblems("healthCheck.healthyThreshold", check.healthyThreshold, { min: 2, max: 10 }, "use for example 3"),
    ...integerProblems("healthCheck.unhealthyThreshold", check.unhealthyThreshold, { min: 2, max: 10 }, "use for example 2"),
  ];
  if (!/^\/[!-~]{0,1023}$/.test(check.path)) {
    problems.push({
      argument: "healthCheck.path",
      rule: "must start with / and have at most 1024 printable characters without spaces",
      value: check.path,
      remedy: "use for example /health",
    });
  }
  if (check.timeout >= check.interval) {
    problems.push({
      argument: "healthCheck.timeout",
      rule: `must be less than the interval of ${check.interval} seconds`,
      value: check.timeout,
      remedy: "shorten the timeout or lengthen the interval",
    });
  }
  if (!matcherIsLegal(check.matcher)) {
    problems.push({
      argument: "healthCheck.matcher",
      rule: "must list status codes from 200 to 499",
      value: check.matcher,
      remedy: "use for example 200, 200,204 or 200-299",
    });
  }
  return problems;
}

function matcherIsLegal(matcher: string): boolean {
  return matcher.split(",").every((part) => {
    const range = /^(\d{3})(?:-(\d{3}))?$/.exec(part);
    if (range === null) return false;
    const first = Number(range[1]);
    const last = Number(range[2] ?? range[1]);
    return first >= 200 && first <= last && last <= 499;
  });
}
