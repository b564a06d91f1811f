import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";
import { hasTrailAlarm } from "../../trail-alarm";

export const bucketPolicyChangesAlarm: Rule = {
  id: "cloudwatch/bucket-policy-changes-alarm",
  controls: { "CIS3.0:4.8": "LOW" },
  requirement: "A trail feeds an alarm on changes of bucket policies.",
  subjects: ["aws:cloudtrail/trail:Trail"],
  because: ACCOUNT_WIDE,
  judge: (_, stack) => hasTrailAlarm(stack, "PutBucketPolicy"),
};
