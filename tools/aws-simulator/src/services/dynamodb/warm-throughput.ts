import type { PropertyMap } from "@org/offline-engine";
import { valueAt } from "../../property-path";
import type { Rule } from "../../rule";

const numbers = { ReadUnitsPerSecond: "readUnitsPerSecond", WriteUnitsPerSecond: "writeUnitsPerSecond" } as const;

function unitsOf(values: PropertyMap, property: string): number | undefined {
  const units = valueAt(values, `warmThroughput.${property}`);
  return typeof units === "number" ? units : undefined;
}

/**
 * Of the table alone: an index takes less. What is left out stays what it is, and the same number may be sent again. AWS's
 * words are known for the reads, and taken to be the same for the writes.
 */
export const warmThroughputRises: Rule = {
  id: "dynamodb/table-warm-throughput-rises",
  source: "https://github.com/hashicorp/terraform-provider-aws/pull/49032",
  cause: "What a table is warm for only rises, by request or with its load, and never sinks.",
  remedy: "Ask for at least what the table has, or ignore the changes of warmThroughput.",
  reads: ["warmThroughput"],
  on: "update",
  refuse: ({ inputs, object }) => {
    const lower = Object.entries(numbers).find(([, property]) => {
      return (unitsOf(inputs, property) ?? Infinity) < (unitsOf(object?.outputs ?? {}, property) ?? 0);
    });
    if (lower === undefined) return undefined;
    return {
      code: "ValidationException",
      message: `One or more parameter values were invalid: Requested ${lower[0]} for WarmThroughput for table is lower than current WarmThroughput, decreasing WarmThroughput is not supported`,
    };
  },
};
