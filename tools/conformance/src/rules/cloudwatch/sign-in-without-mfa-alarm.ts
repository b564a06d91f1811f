import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";
import { hasTrailAlarm } from "../../trail-alarm";

export const signInWithoutMfaAlarm: Rule = {
  id: "cloudwatch/sign-in-without-mfa-alarm",
  controls: { "CIS3.0:4.2": "LOW" },
  requirement: "A trail feeds an alarm on sign-ins without a second factor.",
  subjects: ["aws:cloudtrail/trail:Trail"],
  because: ACCOUNT_WIDE,
  judge: (_, stack) => hasTrailAlarm(stack, "MFAUsed"),
};
