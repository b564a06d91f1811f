import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";
import { hasTrailAlarm } from "../../trail-alarm";

export const routeChangesAlarm: Rule = {
  id: "cloudwatch/route-changes-alarm",
  controls: { "CIS3.0:4.13": "LOW" },
  requirement: "A trail feeds an alarm on changes of routes.",
  subjects: ["aws:cloudtrail/trail:Trail"],
  because: ACCOUNT_WIDE,
  judge: (_, stack) => hasTrailAlarm(stack, "ReplaceRoute"),
};
