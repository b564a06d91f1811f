import type { DeployedStack } from "../../deployed-stack";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";

const COMPOSITE = "aws:cloudwatch/compositeAlarm:CompositeAlarm";

export const alarmActions: Rule = {
  id: "cloudwatch/alarm-actions",
  controls: { "SecHub:CloudWatch.15": "HIGH" },
  requirement: "Alarms tell somebody, by themselves or as part of a composite alarm.",
  subjects: ["aws:cloudwatch/metricAlarm:MetricAlarm", COMPOSITE],
  judge: (resource, stack) => resource.has("alarmActions") || isPartOfTelling(resource, stack),
};

/** Rules read `ALARM("name or ARN") OR ALARM(name)`: a name may begin like another one. */
function isPartOfTelling(alarm: Resource, stack: DeployedStack): boolean {
  const terms = [alarm.text("arn"), alarm.text("name")].filter((term) => term !== "").flatMap((term) => [`("${term}")`, `(${term})`]);
  return stack.of(COMPOSITE).some((whole) => whole.has("alarmActions") && terms.some((term) => whole.text("alarmRule").includes(term)));
}
