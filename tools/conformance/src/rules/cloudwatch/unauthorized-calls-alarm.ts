import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";
import { hasTrailAlarm } from "../../trail-alarm";

export const unauthorizedCallsAlarm: Rule = {
  id: "cloudwatch/unauthorized-calls-alarm",
  controls: { "CIS3.0:4.1": "LOW" },
  requirement: "A trail feeds an alarm on calls that were refused.",
  subjects: ["aws:cloudtrail/trail:Trail"],
  because: ACCOUNT_WIDE,
  judge: (_, stack) => hasTrailAlarm(stack, "UnauthorizedOperation"),
};
