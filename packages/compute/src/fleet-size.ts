import type { ArgumentProblem } from "@org/infra-naming";
import { type IntegerRange, integerProblems } from "./integer-argument";

/** How many instances a fleet may have and how many it starts with. */
export interface FleetSize {
  readonly minSize: number;
  readonly maxSize: number;
  readonly desiredCapacity: number;
}

/** Problems of the three numbers with each other, and with the share of requests that the fleet gets. */
export function fleetSizeProblems(size: FleetSize, trafficWeight = 0): ArgumentProblem[] {
  return [...sizeProblems(size), ...trafficProblems(size, trafficWeight)];
}

function sizeProblems({ minSize, maxSize, desiredCapacity }: FleetSize): ArgumentProblem[] {
  const range: IntegerRange = { min: 0, max: 10_000, unit: "instances" };
  const problems = [
    ...integerProblems("minSize", minSize, range, "use for example 2"),
    ...integerProblems("maxSize", maxSize, range, "use for example 4"),
    ...integerProblems("desiredCapacity", desiredCapacity, range, "use for example 2"),
  ];
  if (problems.length > 0) return problems;
  if (minSize > maxSize) {
    return [
      {
        argument: "minSize",
        rule: `must be at most the maxSize of ${maxSize}`,
        value: minSize,
        remedy: "lower minSize or raise maxSize",
      },
    ];
  }
  if (desiredCapacity < minSize || desiredCapacity > maxSize) {
    return [
      {
        argument: "desiredCapacity",
        rule: `must be from the minSize of ${minSize} to the maxSize of ${maxSize}`,
        value: desiredCapacity,
        remedy: "move it into the range, or leave it out to start with minSize",
      },
    ];
  }
  return [];
}

function trafficProblems({ minSize }: FleetSize, weight: number): ArgumentProblem[] {
  if (weight <= 0 || minSize > 0) return [];
  return [
    {
      argument: "trafficWeight",
      rule: "must be 0 for a fleet that may be empty: the listener keeps sending its share to an empty target group",
      value: weight,
      remedy: "raise minSize to 1 or more, or take the weight away from its target group",
    },
  ];
}
