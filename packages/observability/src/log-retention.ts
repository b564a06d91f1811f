import type { ArgumentProblem } from "@org/infra-naming";

/**
 * The days for which CloudWatch Logs can keep events. 0, which keeps and charges for ever, is left out.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
export const logRetentionDays: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export function retentionProblems(days: number): ArgumentProblem[] {
  if (logRetentionDays.includes(days)) return [];
  const shorter = logRetentionDays.findLast((candidate) => candidate < days);
  const longer = logRetentionDays.find((candidate) => candidate > days);
  const nearest = [shorter, longer].filter((candidate) => candidate !== undefined);
  return [
    {
      argument: "retentionInDays",
      rule: `must be one of ${logRetentionDays.join(", ")}`,
      value: days,
      remedy: nearest.length === 0 ? "use for example 14" : `use ${nearest.join(" or ")}`,
    },
  ];
}
