import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import type { FleetArgs } from "./fleet";
import { fleetSizeProblems } from "./fleet-size";
import { integerProblems } from "./integer-argument";
import { type ScalingPolicy, scalingProblems } from "./scaling-policy";

/** What the Auto Scaling group will be: every default decided, every argument known to be legal. */
export interface FleetPlan {
  readonly minSize: number;
  readonly maxSize: number;
  readonly desiredCapacity: number;
  readonly healthCheckType: "ELB" | "EC2";
  readonly healthCheckGracePeriod: number;
  readonly defaultInstanceWarmup: number;
  readonly minHealthyPercentage: number;
  readonly maxHealthyPercentage: number;
  readonly scaling: ScalingPolicy | undefined;
}

/** The arguments that are known before deployment. */
export type PlannedFleetArgs = Omit<FleetArgs, "launchTemplateId" | "naming" | "tags">;

/** @throws ArgumentError naming every illegal argument */
export function planFleet(name: string, args: PlannedFleetArgs): FleetPlan {
  const healthCheckGracePeriod = args.healthCheckGracePeriod ?? 120;
  const plan: FleetPlan = {
    minSize: args.minSize,
    maxSize: args.maxSize,
    desiredCapacity: args.desiredCapacity ?? args.minSize,
    // Without a target group nobody would judge the instances but EC2.
    healthCheckType: args.targetGroupArns.length > 0 ? "ELB" : "EC2",
    healthCheckGracePeriod,
    defaultInstanceWarmup: args.defaultInstanceWarmup ?? healthCheckGracePeriod,
    minHealthyPercentage: args.maintenance?.minHealthyPercentage ?? 100,
    maxHealthyPercentage: args.maintenance?.maxHealthyPercentage ?? 200,
    scaling: args.scaling,
  };
  assertNoProblems(`Fleet "${name}"`, [
    ...subnetProblems(args.subnetIds),
    ...versionProblems(args.launchTemplateVersion),
    ...fleetSizeProblems(plan, args.trafficWeight),
    ...seconds("healthCheckGracePeriod", plan.healthCheckGracePeriod),
    ...seconds("defaultInstanceWarmup", plan.defaultInstanceWarmup),
    ...maintenanceProblems(plan),
    ...scalingProblems(plan.scaling, plan),
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

function versionProblems(version: FleetArgs["launchTemplateVersion"]): ArgumentProblem[] {
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

function seconds(argument: string, value: number): ArgumentProblem[] {
  return integerProblems(argument, value, { min: 0, max: 7200, unit: "seconds" }, "use for example 120");
}

function maintenanceProblems({ minHealthyPercentage: min, maxHealthyPercentage: max }: FleetPlan): ArgumentProblem[] {
  const minimum = { min: 0, max: 100, unit: "percent" };
  const maximum = { min: 100, max: 200, unit: "percent" };
  const problems = [
    ...integerProblems("maintenance.minHealthyPercentage", min, minimum, "use for example 100"),
    ...integerProblems("maintenance.maxHealthyPercentage", max, maximum, "use for example 200"),
  ];
  if (problems.length > 0 || max - min <= 100) return problems;
  return [
    {
      argument: "maintenance",
      rule: "must have at most 100 percentage points between its two values",
      value: { minHealthyPercentage: min, maxHealthyPercentage: max },
      remedy: "use for example 100 and 200, or 50 and 150",
    },
  ];
}
