import type { Rule } from "../../rule";

export const alarmActionsEnabled: Rule = {
  id: "cloudwatch/alarm-actions-enabled",
  controls: { "SecHub:CloudWatch.17": "HIGH" },
  requirement: "The actions of alarms are enabled.",
  subjects: ["aws:cloudwatch/metricAlarm:MetricAlarm", "aws:cloudwatch/compositeAlarm:CompositeAlarm"],
  judge: (resource) => !resource.isFalse("actionsEnabled"),
};
