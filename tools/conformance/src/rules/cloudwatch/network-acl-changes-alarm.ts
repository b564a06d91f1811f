import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";
import { hasTrailAlarm } from "../../trail-alarm";

export const networkAclChangesAlarm: Rule = {
  id: "cloudwatch/network-acl-changes-alarm",
  controls: { "CIS3.0:4.11": "LOW" },
  requirement: "A trail feeds an alarm on changes of network ACLs.",
  subjects: ["aws:cloudtrail/trail:Trail"],
  because: ACCOUNT_WIDE,
  judge: (_, stack) => hasTrailAlarm(stack, "CreateNetworkAcl"),
};
