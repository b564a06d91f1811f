import type { ArgumentProblem } from "@org/infra-naming";
import { type Architecture, architectureOf, instanceTypeProblems } from "./instance-type";
import { integerProblems } from "./integer-argument";

/**
 * Several instance types for one fleet, so that it can grow while one type is short of capacity, and Spot prices.
 *
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html
 */
export interface MixedInstances {
  /** 2 to 40 types of one architecture, most wanted first; they take the place of the template's own. */
  readonly instanceTypes: readonly string[];
  /** Architecture of the template's image, which the types must have: `InstanceTemplate.architecture`. @default not checked */
  readonly architecture?: Architecture;
  /** Spot instances, which cost less and which EC2 takes back with two minutes' notice. @default on demand only */
  readonly spot?: SpotShare;
}

/** How much of a fleet is Spot. */
export interface SpotShare {
  /** Instances that are always on demand, the first ones of the fleet. @default `minSize`: only growth is Spot */
  readonly onDemandBaseCapacity?: number;
  /** Percent of the instances above the base that are on demand, 0 to 100. @default 0 */
  readonly onDemandPercentage?: number;
  /** What the Spot pools are chosen by. @default "price-capacity-optimized": the cheapest of those that last */
  readonly allocationStrategy?: "price-capacity-optimized" | "capacity-optimized";
  /** Most that a Spot instance may cost in USD an hour; a low one gets interrupted. @default the on-demand price */
  readonly maxPrice?: string;
}

/** The part of a mixed-instances policy that does not depend on the launch template. */
export interface PlannedMixedInstances {
  readonly instanceTypes: readonly string[];
  readonly instancesDistribution: {
    readonly onDemandAllocationStrategy: "prioritized";
    readonly onDemandBaseCapacity: number;
    readonly onDemandPercentageAboveBaseCapacity: number;
    readonly spotAllocationStrategy: "price-capacity-optimized" | "capacity-optimized";
    readonly spotMaxPrice: string | undefined;
  };
}

export function planMixedInstances(mixed: MixedInstances, minSize: number): PlannedMixedInstances {
  const { instanceTypes, spot } = mixed;
  return {
    instanceTypes,
    instancesDistribution: {
      onDemandAllocationStrategy: "prioritized",
      onDemandBaseCapacity: spot === undefined ? 0 : (spot.onDemandBaseCapacity ?? minSize),
      onDemandPercentageAboveBaseCapacity: spot === undefined ? 100 : (spot.onDemandPercentage ?? 0),
      spotAllocationStrategy: spot?.allocationStrategy ?? "price-capacity-optimized",
      spotMaxPrice: spot?.maxPrice,
    },
  };
}

export function mixedInstancesProblems(mixed: MixedInstances | undefined): ArgumentProblem[] {
  if (mixed === undefined) return [];
  return [...typeProblems(mixed.instanceTypes), ...architectureProblems(mixed), ...spotProblems(mixed.spot)];
}

function typeProblems(instanceTypes: readonly string[]): ArgumentProblem[] {
  const argument = "mixedInstances.instanceTypes";
  const problems = instanceTypes.flatMap((type, index) => instanceTypeProblems(`${argument}[${index}]`, type));
  const distinct = new Set(instanceTypes).size;
  if (distinct < 2 || distinct > 40 || distinct < instanceTypes.length) {
    problems.push({
      argument,
      rule: "must be 2 to 40 different types",
      value: instanceTypes,
      remedy: "use for example t3.micro and t3a.micro, or leave mixedInstances out",
    });
  }
  return problems;
}

function architectureProblems({ instanceTypes, architecture }: MixedInstances): ArgumentProblem[] {
  const found = Object.fromEntries(instanceTypes.map((type) => [type, architectureOf(type)]));
  const wanted = architecture ?? Object.values(found)[0];
  if (Object.values(found).every((one) => one === wanted)) return [];
  return [
    {
      argument: "mixedInstances.instanceTypes",
      rule: `must all run on ${wanted}, the architecture of ${architecture === undefined ? "the first one" : "the image"}`,
      value: found,
      remedy: "leave out those of the other architecture: one launch template starts one image",
    },
  ];
}

function spotProblems(spot: SpotShare | undefined): ArgumentProblem[] {
  if (spot === undefined) return [];
  const { onDemandBaseCapacity = 0, onDemandPercentage = 0, maxPrice = "1" } = spot;
  const base = { min: 0, max: 10_000, unit: "instances" };
  const problems = [
    ...integerProblems("mixedInstances.spot.onDemandBaseCapacity", onDemandBaseCapacity, base, "use for example 2"),
    ...integerProblems(
      "mixedInstances.spot.onDemandPercentage",
      onDemandPercentage,
      { min: 0, max: 100, unit: "percent" },
      "use for example 50",
    ),
  ];
  if (!/^\d{1,4}(\.\d{1,5})?$/.test(maxPrice) || Number(maxPrice) === 0) {
    problems.push({
      argument: "mixedInstances.spot.maxPrice",
      rule: "must be a price in USD an hour, more than 0",
      value: maxPrice,
      remedy: 'use for example "0.0052", or leave it out as AWS recommends',
    });
  }
  return problems;
}
