import { filledInputs } from "../../filled-inputs";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import { logGroupType } from "./log-group";
import { logGroupExists } from "./log-group-reference";

export const logMetricFilter = defineResource({
  type: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
  schema: { replaceUncertain: "name logGroupName" },
  name: { scope: { within: "logGroupName" } },
  references: [{ path: "logGroupName", to: logGroupType, within: true }],
  rules: [logGroupExists("cloudwatch/log-metric-filter-log-group-exists", "logGroupName")],
  create: (context) => {
    const { name } = physicalName(context);
    return { id: name, outputs: { name, ...filledInputs(context.inputs, { applyOnTransformedLogs: false }) } };
  },
});
