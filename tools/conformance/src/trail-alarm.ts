import type { DeployedStack } from "./deployed-stack";

/** Whether a metric filter looks for the text in the logs of a trail, and an alarm with an action watches its metric. */
export function hasTrailAlarm(stack: DeployedStack, text: string): boolean {
  const metrics = stack
    .of("aws:cloudwatch/logMetricFilter:LogMetricFilter")
    .filter((filter) => filter.text("pattern").includes(text))
    .map((filter) => filter.text("metricTransformation.name"));
  return stack
    .of("aws:cloudwatch/metricAlarm:MetricAlarm")
    .some((alarm) => alarm.has("alarmActions") && metrics.includes(alarm.text("metricName")));
}
