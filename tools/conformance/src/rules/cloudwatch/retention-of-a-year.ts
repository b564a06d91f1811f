import type { Rule } from "../../rule";

export const retentionOfAYear: Rule = {
  id: "cloudwatch/retention-of-a-year",
  controls: { "SecHub:CloudWatch.16": "MEDIUM" },
  requirement: "Log groups keep their events for a year or for ever.",
  subjects: ["aws:cloudwatch/logGroup:LogGroup"],
  judge: (resource) => !(resource.number("retentionInDays") > 0 && resource.number("retentionInDays") < 365),
};
