import type { ArgumentProblem } from "@org/infra-naming";

/** What a table or an index can take at once, in units per second. */
export interface WarmUnits {
  /** At least 12000, the warm throughput of every on-demand table. */
  readonly readUnitsPerSecond: number;
  /** At least 4000, the warm throughput of every on-demand table. */
  readonly writeUnitsPerSecond: number;
}

/**
 * What a table can take at once, before DynamoDB has seen any load: for a launch or a campaign. AWS bills what is above
 * the table's own warm throughput once, and raises the value itself as the load grows.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput.html
 */
export interface WarmThroughput extends WarmUnits {
  /**
   * Whether later changes of the numbers, and of those of the indexes, are sent. DynamoDB takes no lower ones for a
   * table, and raises them itself: after a refresh that has seen it, deployments fail until they are as high here.
   * @default false: they count when the table or the index is created
   */
  readonly manage?: boolean;
}

const lowest: readonly [keyof WarmUnits, number][] = [
  ["readUnitsPerSecond", 12_000],
  ["writeUnitsPerSecond", 4_000],
];

/** In the property names of `aws.dynamodb.Table` and of its indexes. */
export function warmUnits({ readUnitsPerSecond, writeUnitsPerSecond }: WarmUnits): WarmUnits {
  return { readUnitsPerSecond, writeUnitsPerSecond };
}

export function warmThroughputProblems(argument: string, warm: WarmUnits | undefined): ArgumentProblem[] {
  if (warm === undefined) return [];
  return lowest
    .filter(([units, least]) => !(Number.isInteger(warm[units]) && warm[units] >= least))
    .map(([units, least]) => ({
      argument: `${argument}.${units}`,
      rule: `must be a whole number, at least ${least}`,
      value: warm[units],
      remedy: `use for example ${least}, or leave out warmThroughput: what is on demand begins with it`,
    }));
}
