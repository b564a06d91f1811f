import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import type { AccessLogs, ApplicationLoadBalancerArgs } from "./application-load-balancer";
import { type HealthCheck, healthCheckProblems, planHealthCheck } from "./health-check";
import { integerProblems } from "./integer-argument";
import { listenerProblems, type PlannedListener, planListeners } from "./listener";
import { planTargetWeights, type TargetWeights, weightProblems } from "./target-weights";
import { planTrafficPeers, type TrafficPeer, trafficSourceProblems } from "./traffic-sources";

/** What the load balancer will be: every default decided, every argument known to be legal. */
export interface ApplicationLoadBalancerPlan {
  readonly internal: boolean;
  readonly deletionProtection: boolean;
  readonly listeners: readonly PlannedListener[];
  readonly peers: readonly TrafficPeer[];
  readonly targetPort: number;
  readonly weights: Required<TargetWeights>;
  readonly healthCheck: Required<HealthCheck>;
  readonly deregistrationDelay: number;
  readonly idleTimeout: number;
}

/** The arguments that decide which resources exist and what AWS would refuse; ids are only looked at when plain. */
export type PlannedApplicationLoadBalancerArgs = Omit<ApplicationLoadBalancerArgs, "vpcId" | "naming" | "tags">;

/** @throws ArgumentError naming every illegal argument */
export function planApplicationLoadBalancer(
  name: string,
  args: PlannedApplicationLoadBalancerArgs,
): ApplicationLoadBalancerPlan {
  const plan: ApplicationLoadBalancerPlan = {
    internal: args.scheme === "internal",
    deletionProtection: (args.profile ?? "production") === "production",
    listeners: planListeners(args.listeners),
    peers: planTrafficPeers(args.sources),
    targetPort: args.targetPort ?? 80,
    weights: planTargetWeights(args.weights),
    healthCheck: planHealthCheck(args.healthCheck),
    deregistrationDelay: args.deregistrationDelay ?? 60,
    idleTimeout: args.idleTimeout ?? 60,
  };
  assertNoProblems(`ApplicationLoadBalancer "${name}"`, [
    ...subnetProblems(args.subnetIds),
    ...listenerProblems(plan.listeners),
    ...trafficSourceProblems(plan.peers, plan.listeners.length),
    ...integerProblems("targetPort", plan.targetPort, { min: 1, max: 65535 }, "use for example 80"),
    ...weightProblems(plan.weights),
    ...healthCheckProblems(plan.healthCheck),
    ...integerProblems(
      "deregistrationDelay",
      plan.deregistrationDelay,
      { min: 0, max: 3600, unit: "seconds" },
      "use for example 60",
    ),
    ...integerProblems("idleTimeout", plan.idleTimeout, { min: 1, max: 4000, unit: "seconds" }, "use for example 60"),
    ...accessLogProblems(args.accessLogs),
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

function accessLogProblems(accessLogs: AccessLogs | "off"): ArgumentProblem[] {
  const prefix = accessLogs === "off" ? undefined : accessLogs.prefix;
  if (prefix === undefined) return [];
  if (prefix !== "" && !/^\/|\/$/.test(prefix) && !prefix.includes("AWSLogs")) return [];
  return [
    {
      argument: "accessLogs.prefix",
      rule: "must not be empty, start or end with /, or contain AWSLogs, which the load balancer adds itself",
      value: prefix,
      remedy: "use for example alb, or leave it out",
    },
  ];
}
