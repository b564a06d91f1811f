import type { Rule } from "../../rule";

export const alarmActions: Rule = {
  id: "cloudwatch/alarm-actions",
  controls: { "SecHub:CloudWatch.15": "HIGH" },
  requirement: "Alarms tell somebody, by themselves or as part of a composite alarm.",
  subjects: ["aws:cloudwatch/metricAlarm:MetricAlarm", "aws:cloudwatch/compositeAlarm:CompositeAlarm"],
  judge: (resource, stack) =>
    resource.has("alarmActions") ||
    stack.of("aws:cloudwatch/compositeAlarm:CompositeAlarm").some(
      (whole) => whole.has("alarmActions") && whole.text("alarmRule").includes(resource.text("arn") || resource.text("name")),
    ),
};
