import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";
import { hasTrailAlarm } from "../../trail-alarm";

export const rootUseAlarm: Rule = {
  id: "cloudwatch/root-use-alarm",
  controls: { "CIS3.0:4.3": "LOW" },
  requirement: "A trail feeds an alarm on use of the root user.",
  subjects: ["aws:cloudtrail/trail:Trail"],
  because: ACCOUNT_WIDE,
  judge: (_, stack) => hasTrailAlarm(stack, "Root"),
};
