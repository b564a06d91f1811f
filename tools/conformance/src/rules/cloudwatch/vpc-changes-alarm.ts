import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";
import { hasTrailAlarm } from "../../trail-alarm";

export const vpcChangesAlarm: Rule = {
  id: "cloudwatch/vpc-changes-alarm",
  controls: { "CIS3.0:4.14": "LOW" },
  requirement: "A trail feeds an alarm on changes of VPCs.",
  subjects: ["aws:cloudtrail/trail:Trail"],
  because: ACCOUNT_WIDE,
  judge: (_, stack) => hasTrailAlarm(stack, "ModifyVpcAttribute"),
};
