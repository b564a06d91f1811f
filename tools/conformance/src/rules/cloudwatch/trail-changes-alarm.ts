import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";
import { hasTrailAlarm } from "../../trail-alarm";

export const trailChangesAlarm: Rule = {
  id: "cloudwatch/trail-changes-alarm",
  controls: { "CIS3.0:4.5": "LOW" },
  requirement: "A trail feeds an alarm on changes of trails.",
  subjects: ["aws:cloudtrail/trail:Trail"],
  because: ACCOUNT_WIDE,
  judge: (_, stack) => hasTrailAlarm(stack, "StopLogging"),
};
