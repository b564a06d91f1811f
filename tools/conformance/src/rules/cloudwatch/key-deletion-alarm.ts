import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";
import { hasTrailAlarm } from "../../trail-alarm";

export const keyDeletionAlarm: Rule = {
  id: "cloudwatch/key-deletion-alarm",
  controls: { "CIS3.0:4.7": "LOW" },
  requirement: "A trail feeds an alarm on keys that are disabled or to be deleted.",
  subjects: ["aws:cloudtrail/trail:Trail"],
  because: ACCOUNT_WIDE,
  judge: (_, stack) => hasTrailAlarm(stack, "ScheduleKeyDeletion"),
};
