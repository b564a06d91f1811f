import type { ArgumentProblem } from "@org/infra-naming";

/** The whole numbers that AWS takes for one argument. */
export interface IntegerRange {
  readonly min: number;
  readonly max: number;
  /** What the number counts: `seconds`, `percent`, ... Leave it out for a plain number. */
  readonly unit?: string;
}

/** The one problem of a number outside its range, or none. */
export function integerProblems(
  argument: string,
  value: number,
  range: IntegerRange,
  remedy: string,
): ArgumentProblem[] {
  if (Number.isInteger(value) && value >= range.min && value <= range.max) return [];
  const unit = range.unit === undefined ? "" : ` ${range.unit}`;
  return [{ argument, rule: `must be a whole number from ${range.min} to ${range.max}${unit}`, value, remedy }];
}
