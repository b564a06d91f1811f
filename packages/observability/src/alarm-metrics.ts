import type { Input } from "@pulumi/pulumi";
import type { PlannedAlarm } from "./alarms-plan";

/** A metric with the value of the dimension that an alarm adds up over. */
export interface SummedMetric {
  readonly id: string;
  readonly dimensions: Readonly<Record<string, Input<string>>>;
}

/** The metrics that an alarm adds up; none when it watches a single one. */
export function summedMetrics({ definition: { sumOver }, dimensions, subject }: PlannedAlarm): SummedMetric[] {
  if (sumOver === undefined) return [];
  const values = sumOver.values === "availabilityZones" ? subject.availabilityZones : sumOver.values;
  return values.map((value, index) => ({
    id: `m${index + 1}`,
    dimensions: { ...dimensions, [sumOver.dimension]: value },
  }));
}

/** Metrics without data count as 0: an operation that is never called is no reason not to add up the others. */
export const sumExpression = "SUM(FILL(METRICS(), 0))";
