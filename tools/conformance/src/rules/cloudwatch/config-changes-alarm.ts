import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";
import { hasTrailAlarm } from "../../trail-alarm";

export const configChangesAlarm: Rule = {
  id: "cloudwatch/config-changes-alarm",
  controls: { "CIS3.0:4.9": "LOW" },
  requirement: "A trail feeds an alarm on changes of AWS Config.",
  subjects: ["aws:cloudtrail/trail:Trail"],
  because: ACCOUNT_WIDE,
  judge: (_, stack) => hasTrailAlarm(stack, "StopConfigurationRecorder"),
};
