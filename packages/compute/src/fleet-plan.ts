import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import type { FleetArgs } from "./fleet";
import { fleetSizeProblems } from "./fleet-size";
import { instanceRefreshProblems } from "./instance-refresh";
import { type Maintenance, maintenanceProblems, planMaintenance } from "./maintenance";
import { mixedInstancesProblems, type PlannedMixedInstances, planMixedInstances } from "./mixed-instances";
import { type ScalingPolicy, scalingProblems } from "./scaling-policy";
import { type TerminationHook, terminationHookProblems } from "./termination-hook";
import { planWarmUp, type WarmUp, warmUpProblems } from "./warm-up";

/** What the Auto Scaling group will be: every default decided, every argument known to be legal. */
export interface FleetPlan extends WarmUp {
  readonly minSize: number;
  readonly maxSize: number;
  readonly desiredCapacity: number;
  readonly healthCheckType: "ELB" | "EC2";
  readonly maintenance: Required<Maintenance>;
  readonly mixedInstances: PlannedMixedInstances | undefined;
  readonly scaling: ScalingPolicy | undefined;
  readonly terminationHook: TerminationHook | undefined;
  readonly waitForCapacityTimeout: string;
}

/** The arguments that are known before deployment. */
export type PlannedFleetArgs = Omit<FleetArgs, "launchTemplateId" | "naming" | "tags" | "transform">;

/** @throws ArgumentError naming every illegal argument */
export function planFleet(name: string, args: PlannedFleetArgs): FleetPlan {
  const plan: FleetPlan = {
    minSize: args.minSize,
    maxSize: args.maxSize,
    desiredCapacity: args.desiredCapacity ?? args.minSize,
    // Without a target group nobody would judge the instances but EC2.
    healthCheckType: args.targetGroupArns.length > 0 ? "ELB" : "EC2",
    ...planWarmUp(args),
    maintenance: planMaintenance(args.maintenance),
    mixedInstances: args.mixedInstances && planMixedInstances(args.mixedInstances, args.minSize),
    scaling: args.scaling,
    terminationHook: args.terminationHook,
    waitForCapacityTimeout: args.waitForCapacityTimeout ?? "10m",
  };
  assertNoProblems(`Fleet "${name}"`, [
    ...subnetProblems(args.subnetIds),
    ...versionProblems(args.launchTemplateVersion),
    ...fleetSizeProblems(plan, args.trafficWeight),
    ...warmUpProblems(args),
    ...maintenanceProblems(plan.maintenance),
    ...mixedInstancesProblems(args.mixedInstances),
    ...instanceRefreshProblems(args.instanceRefresh),
    ...scalingProblems(plan.scaling, plan),
    ...terminationHookProblems(plan.terminationHook),
    ...capacityTimeoutProblems(plan.waitForCapacityTimeout),
  ]);
  return plan;
}

function subnetProblems(subnetIds: FleetArgs["subnetIds"]): ArgumentProblem[] {
  if (!Array.isArray(subnetIds) || subnetIds.length > 0) return [];
  return [
    {
      argument: "subnetIds",
      rule: "must name at least one subnet",
      value: subnetIds,
      remedy: "pass the private subnets, one of each availability zone",
    },
  ];
}

/** Problems of a version that is known, before or in the deployment. */
export function versionProblems(version: FleetArgs["launchTemplateVersion"]): ArgumentProblem[] {
  if (typeof version !== "string" || /^[1-9]\d*$/.test(version)) return [];
  return [
    {
      argument: "launchTemplateVersion",
      rule: "must be the number of a version: $Latest and $Default never start an instance refresh",
      value: version,
      remedy: "pass InstanceTemplate.version, or a number to stay on that version",
    },
  ];
}

function capacityTimeoutProblems(timeout: string): ArgumentProblem[] {
  if (/^(0|(\d+(\.\d+)?[hms])+)$/.test(timeout)) return [];
  return [
    {
      argument: "waitForCapacityTimeout",
      rule: "must be a duration of hours, minutes and seconds, or 0",
      value: timeout,
      remedy: "use for example 15m or 1h30m, or 0 not to wait",
    },
  ];
}
