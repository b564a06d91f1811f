import { valueAt } from "../../property-path";
import type { PropertyPath } from "../../property-path";
import type { Rule } from "../../rule";

/** An integer that ELB takes within bounds only. */
export interface Range {
  readonly path: PropertyPath;
  readonly min: number;
  readonly max: number;
  /** Taken although it is out of bounds: 0 switches slow start off. */
  readonly also?: number;
}

/** One rule over a table of bounds. */
export function withinRanges(id: string, source: string, ranges: readonly Range[]): Rule {
  return {
    id,
    source,
    cause: "A number is out of the bounds that ELB sets for it.",
    remedy: "Use a number within the bounds.",
    reads: ranges.map(({ path }) => path),
    refuse({ inputs }) {
      for (const { path, min, max, also } of ranges) {
        const value = valueAt(inputs, path);
        if (typeof value !== "number" || (value >= min && value <= max) || value === also) continue;
        return {
          code: "ValidationError",
          message: `'${path}' must be between '${min}' and '${max}' inclusive, got '${value}'`,
          remedy: `Set ${path} to ${min} to ${max}${also === undefined ? "" : `, or to ${also}`}.`,
        };
      }
      return undefined;
    },
  };
}
