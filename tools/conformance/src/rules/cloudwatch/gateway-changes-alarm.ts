import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";
import { hasTrailAlarm } from "../../trail-alarm";

export const gatewayChangesAlarm: Rule = {
  id: "cloudwatch/gateway-changes-alarm",
  controls: { "CIS3.0:4.12": "LOW" },
  requirement: "A trail feeds an alarm on changes of gateways.",
  subjects: ["aws:cloudtrail/trail:Trail"],
  because: ACCOUNT_WIDE,
  judge: (_, stack) => hasTrailAlarm(stack, "AttachInternetGateway"),
};
