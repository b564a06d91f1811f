import type { ArgumentProblem } from "@org/infra-naming";

/** Between what DynamoDB scales one kind of units, and how full they may be before it does. */
export interface CapacityRange {
  /** Units per second that are always there; at least 1. */
  readonly min: number;
  /** Units per second that are never exceeded. */
  readonly max: number;
  /**
   * Percentage of the units in use that DynamoDB keeps to, 20 to 90.
   * @default 70
   */
  readonly targetUtilization?: number;
}

/**
 * How a table's throughput is paid for: units reserved per second (one read unit is one strongly consistent read of
 * up to 4 KB, one write unit one write of up to 1 KB), units that follow the load, or each request by itself.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html
 */
export type TableCapacity =
  | {
      readonly mode: "provisioned";
      /** Read units per second. */
      readonly read: number;
      /** Write units per second. */
      readonly write: number;
    }
  | { readonly mode: "autoscaled"; readonly read: CapacityRange; readonly write: CapacityRange }
  | { readonly mode: "on-demand" };

/** In the property names of `aws.dynamodb.Table` and of its indexes. */
export interface Units {
  readonly readCapacity?: number;
  readonly writeCapacity?: number;
}

/** Units that DynamoDB scales, of a table or of one of its indexes. */
export interface ScaledUnits {
  readonly units: "read" | "write";
  /** Name of the index; undefined for the table. */
  readonly index?: string;
  readonly range: Required<CapacityRange>;
}

/** What is sent to DynamoDB; a scaled table begins with the least. */
export function unitsOf(capacity: TableCapacity): Units {
  switch (capacity.mode) {
    case "provisioned":
      return { readCapacity: capacity.read, writeCapacity: capacity.write };
    case "autoscaled":
      return { readCapacity: capacity.read.min, writeCapacity: capacity.write.min };
    case "on-demand":
      return {};
  }
}

/** What Application Auto Scaling is told: nothing but for an autoscaled capacity. */
export function scaledUnits(capacity: TableCapacity, index?: string): ScaledUnits[] {
  if (capacity.mode !== "autoscaled") return [];
  return (["read", "write"] as const).map((units) => ({
    units,
    index,
    range: { targetUtilization: 70, ...capacity[units] },
  }));
}

function unitProblems(argument: string, units: number): ArgumentProblem[] {
  if (Number.isInteger(units) && units >= 1) return [];
  return [
    {
      argument,
      rule: "must be a whole number of units, at least 1",
      value: units,
      remedy: 'use for example 5, or capacity { mode: "on-demand" }',
    },
  ];
}

function rangeProblems(argument: string, { min, max, targetUtilization = 70 }: CapacityRange): ArgumentProblem[] {
  const problems = [...unitProblems(`${argument}.min`, min), ...unitProblems(`${argument}.max`, max)];
  if (problems.length === 0 && max < min) {
    problems.push({ argument: `${argument}.max`, rule: `must be at least min, ${min}`, value: max, remedy: `use for example ${min * 10}` });
  }
  if (!(targetUtilization >= 20 && targetUtilization <= 90)) {
    problems.push({
      argument: `${argument}.targetUtilization`,
      rule: "must be a percentage from 20 to 90",
      value: targetUtilization,
      remedy: "use for example 70",
    });
  }
  return problems;
}

/** What DynamoDB or Application Auto Scaling would refuse of a capacity. */
export function capacityProblems(argument: string, capacity: TableCapacity): ArgumentProblem[] {
  switch (capacity.mode) {
    case "provisioned":
      return (["read", "write"] as const).flatMap((units) => unitProblems(`${argument}.${units}`, capacity[units]));
    case "autoscaled":
      return (["read", "write"] as const).flatMap((units) => rangeProblems(`${argument}.${units}`, capacity[units]));
    case "on-demand":
      return [];
  }
}
