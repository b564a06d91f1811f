import type { ArgumentProblem } from "@org/infra-naming";
import { logRetentionInDays } from "./profile";

/**
 * The days for which CloudWatch Logs can keep requests. 0, which keeps and charges for ever, is left out.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
const retentionPeriods = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** What is wrong with the days that a log group keeps its events. */
export function retentionProblems(retentionInDays: number): ArgumentProblem[] {
  if (retentionPeriods.includes(retentionInDays)) return [];
  return [
    {
      argument: "retentionInDays",
      rule: `must be a period that CloudWatch Logs knows: ${retentionPeriods.join(", ")}`,
      value: retentionInDays,
      remedy: `use for example ${logRetentionInDays.production}`,
    },
  ];
}
