import type { ArgumentProblem } from "@org/infra-naming";
import { integerProblems } from "./integer-argument";

/** How many healthy instances, in percent of the desired capacity, there are while some are replaced. */
export interface Maintenance {
  /** 0 to 100. @default 100: a new instance serves before the old one goes */
  readonly minHealthyPercentage?: number;
  /** 100 to 200, at most 100 more than the minimum. @default 200 */
  readonly maxHealthyPercentage?: number;
}

export function planMaintenance(maintenance: Maintenance = {}): Required<Maintenance> {
  const { minHealthyPercentage = 100, maxHealthyPercentage = 200 } = maintenance;
  return { minHealthyPercentage, maxHealthyPercentage };
}

export function maintenanceProblems(maintenance: Required<Maintenance>): ArgumentProblem[] {
  const { minHealthyPercentage: min, maxHealthyPercentage: max } = maintenance;
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
      value: maintenance,
      remedy: "use for example 100 and 200, or 50 and 150",
    },
  ];
}
