import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";
import { hasTrailAlarm } from "../../trail-alarm";

export const iamChangesAlarm: Rule = {
  id: "cloudwatch/iam-changes-alarm",
  controls: { "CIS3.0:4.4": "LOW" },
  requirement: "A trail feeds an alarm on changes of IAM policies.",
  subjects: ["aws:cloudtrail/trail:Trail"],
  because: ACCOUNT_WIDE,
  judge: (_, stack) => hasTrailAlarm(stack, "PutRolePolicy"),
};
