import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";
import { hasTrailAlarm } from "../../trail-alarm";

export const failedSignInsAlarm: Rule = {
  id: "cloudwatch/failed-sign-ins-alarm",
  controls: { "CIS3.0:4.6": "LOW" },
  requirement: "A trail feeds an alarm on sign-ins that failed.",
  subjects: ["aws:cloudtrail/trail:Trail"],
  because: ACCOUNT_WIDE,
  judge: (_, stack) => hasTrailAlarm(stack, "Failed authentication"),
};
