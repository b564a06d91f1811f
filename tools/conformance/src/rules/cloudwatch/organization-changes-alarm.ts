import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";
import { hasTrailAlarm } from "../../trail-alarm";

export const organizationChangesAlarm: Rule = {
  id: "cloudwatch/organization-changes-alarm",
  controls: { "CIS3.0:4.15": "LOW" },
  requirement: "A trail feeds an alarm on changes of the organisation.",
  subjects: ["aws:cloudtrail/trail:Trail"],
  because: ACCOUNT_WIDE,
  judge: (_, stack) => hasTrailAlarm(stack, "organizations.amazonaws.com"),
};
