import type { ArgumentProblem } from "@org/infra-naming";

/** How long logs are kept, in days since they were written. */
export interface LogRetention {
  /** Days until logs move to STANDARD_IA. @default 30 */
  readonly infrequentAccessAfterDays?: number;
  /** Days until they move to GLACIER, at least 30 more. @default 60 */
  readonly glacierAfterDays?: number;
  /** Days until they are gone. @default 365 */
  readonly expireAfterDays?: number;
  /** Days that an overwritten or deleted log can still be restored. @default 30 */
  readonly noncurrentDays?: number;
}

/** `retention` with the defaults for what it leaves out. */
export function completeRetention(retention?: LogRetention): Required<LogRetention> {
  return { infrequentAccessAfterDays: 30, glacierAfterDays: 60, expireAfterDays: 365, noncurrentDays: 30, ...retention };
}

/** What S3 would refuse: [argument, lowest legal value, reason] in the order of a log's life. */
export function retentionProblems(retention: Required<LogRetention>): ArgumentProblem[] {
  const { infrequentAccessAfterDays, glacierAfterDays } = retention;
  const lowest: readonly [keyof LogRetention, number, string][] = [
    ["infrequentAccessAfterDays", 30, "S3 moves no object to STANDARD_IA earlier"],
    ["glacierAfterDays", infrequentAccessAfterDays + 30, "S3 keeps an object 30 days in STANDARD_IA"],
    ["expireAfterDays", glacierAfterDays + 1, "an object expires after it was archived"],
    ["noncurrentDays", 1, "S3 counts in whole days"],
  ];
  return lowest
    .filter(([argument, days]) => !(Number.isInteger(retention[argument]) && retention[argument] >= days))
    .map(([argument, days, reason]) => ({
      argument: `retention.${argument}`,
      rule: `must be a whole number of days, at least ${days} (${reason})`,
      value: retention[argument],
      remedy: `use for example ${days}`,
    }));
}
