import type { ArgumentProblem } from "@org/infra-naming";

/**
 * What a table can take at once, before DynamoDB has seen any load: for a launch or a campaign. AWS bills what is above
 * the table's own warm throughput once, and raises the value itself as the load grows.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput.html
 */
export interface WarmThroughput {
  /** At least 12000, the warm throughput of every on-demand table. */
  readonly readUnitsPerSecond: number;
  /** At least 4000, the warm throughput of every on-demand table. */
  readonly writeUnitsPerSecond: number;
  /**
   * Whether later changes of the numbers are sent. DynamoDB takes no lower ones, and may have raised them itself.
   * @default false: they count when the table is created
   */
  readonly manage?: boolean;
}

const lowest: readonly ["readUnitsPerSecond" | "writeUnitsPerSecond", number][] = [
  ["readUnitsPerSecond", 12_000],
  ["writeUnitsPerSecond", 4_000],
];

export function warmThroughputProblems(warm: WarmThroughput | undefined): ArgumentProblem[] {
  if (warm === undefined) return [];
  return lowest
    .filter(([units, least]) => !(Number.isInteger(warm[units]) && warm[units] >= least))
    .map(([units, least]) => ({
      argument: `warmThroughput.${units}`,
      rule: `must be a whole number, at least ${least}`,
      value: warm[units],
      remedy: `use for example ${least}, or leave out warmThroughput: an on-demand table begins with it`,
    }));
}
