import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import { accessLogProblems } from "./access-logs";
import type { ApplicationLoadBalancerArgs } from "./application-load-balancer";
import { customDomainProblems } from "./custom-domain";
import { type HealthCheck, healthCheckProblems, planHealthCheck } from "./health-check";
import { integerProblems } from "./integer-argument";
import { listenerProblems, type PlannedListener, planListeners } from "./listener";
import { type Stickiness, stickinessProblems } from "./stickiness";
import { type PlannedWeights, planTargetWeights, weightProblems } from "./target-weights";
import { declaredSources, planTrafficPeers, type TrafficPeer, trafficSourceProblems } from "./traffic-sources";

/** What the load balancer will be: every default decided, every argument known to be legal. */
export interface ApplicationLoadBalancerPlan {
  readonly internal: boolean;
  readonly deletionProtection: boolean;
  readonly listeners: readonly PlannedListener[];
  readonly peers: readonly TrafficPeer[];
  readonly targetProtocol: "HTTP" | "HTTPS";
  readonly targetPort: number;
  readonly weights: PlannedWeights;
  readonly stickiness: Stickiness | undefined;
  readonly healthCheck: Required<HealthCheck>;
  readonly deregistrationDelay: number;
  readonly idleTimeout: number;
}

/** The arguments that decide which resources exist and what AWS would refuse; ids are only looked at when plain. */
export type PlannedApplicationLoadBalancerArgs = Omit<ApplicationLoadBalancerArgs, "vpcId" | "naming" | "tags" | "transform">;

/** Seconds that AWS lets a leaving target have, fewer than a connection may be idle. */
const longestDelay = 3600;

/** @throws ArgumentError naming every illegal argument */
export function planApplicationLoadBalancer(
  name: string,
  args: PlannedApplicationLoadBalancerArgs,
): ApplicationLoadBalancerPlan {
  const targetProtocol = args.targetProtocol ?? "HTTP";
  const idleTimeout = args.idleTimeout ?? 60;
  const plan: ApplicationLoadBalancerPlan = {
    internal: args.scheme === "internal",
    deletionProtection: (args.profile ?? "production") === "production",
    listeners: planListeners(args.listeners),
    peers: planTrafficPeers(declaredSources(args.sources)),
    targetProtocol,
    targetPort: args.targetPort ?? (targetProtocol === "HTTPS" ? 443 : 80),
    weights: planTargetWeights(args.weights),
    stickiness: args.stickiness,
    healthCheck: planHealthCheck(args.healthCheck),
    deregistrationDelay: args.deregistrationDelay ?? Math.min(idleTimeout, longestDelay),
    idleTimeout,
  };
  assertNoProblems(`ApplicationLoadBalancer "${name}"`, [
    ...subnetProblems(args.subnetIds),
    ...listenerProblems(plan.listeners),
    ...trafficSourceProblems(plan.peers, plan.listeners.length),
    ...integerProblems("targetPort", plan.targetPort, { min: 1, max: 65535 }, "use for example 80"),
    ...weightProblems(plan.weights),
    ...stickinessProblems(plan.stickiness),
    ...healthCheckProblems(plan.healthCheck),
    ...integerProblems(
      "deregistrationDelay",
      plan.deregistrationDelay,
      { min: 0, max: longestDelay, unit: "seconds" },
      "use for example 60",
    ),
    ...integerProblems("idleTimeout", plan.idleTimeout, { min: 1, max: 4000, unit: "seconds" }, "use for example 60"),
    ...accessLogProblems(args.accessLogs),
    ...customDomainProblems(args.customDomain),
  ]);
  return plan;
}

function subnetProblems(subnetIds: ApplicationLoadBalancerArgs["subnetIds"]): ArgumentProblem[] {
  if (!Array.isArray(subnetIds)) return [];
  const plain = subnetIds.filter((id): id is string => typeof id === "string");
  const remedy = "pass one subnet of each of two or more availability zones";
  if (subnetIds.length < 2) {
    return [{ argument: "subnetIds", rule: "must name at least two subnets", value: plain, remedy }];
  }
  if (new Set(plain).size < plain.length) {
    return [{ argument: "subnetIds", rule: "must name each subnet once", value: plain, remedy }];
  }
  return [];
}
