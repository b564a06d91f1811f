import { filledInputs } from "../../filled-inputs";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import { metricAlarmRules } from "./alarm-rules";

export const metricAlarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";

export const metricAlarm = defineResource({
  type: metricAlarmType,
  defaults: { actionsEnabled: true, treatMissingData: "missing" },
  comparisons: { alarmActions: "set", okActions: "set", insufficientDataActions: "set", metricQueries: "set" },
  // PutMetricAlarm answers a taken name by changing the alarm that has it.
  name: {},
  rules: metricAlarmRules,
  create: (context) => {
    const { name } = physicalName(context);
    return {
      id: name,
      arn: context.arn("cloudwatch", `alarm:${name}`),
      outputs: { name, ...filledInputs(context.inputs, { evaluateLowSampleCountPercentiles: "" }) },
    };
  },
});
