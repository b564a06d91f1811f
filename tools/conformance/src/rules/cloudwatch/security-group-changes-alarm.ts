import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";
import { hasTrailAlarm } from "../../trail-alarm";

export const securityGroupChangesAlarm: Rule = {
  id: "cloudwatch/security-group-changes-alarm",
  controls: { "CIS3.0:4.10": "LOW" },
  requirement: "A trail feeds an alarm on changes of security groups.",
  subjects: ["aws:cloudtrail/trail:Trail"],
  because: ACCOUNT_WIDE,
  judge: (_, stack) => hasTrailAlarm(stack, "AuthorizeSecurityGroupIngress"),
};
