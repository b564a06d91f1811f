import type { SchemaRow } from "../resource-schema";

export const appautoscalingSchemas: Readonly<Record<string, SchemaRow>> = {
  "aws:appautoscaling/policy:Policy": {
    required: "resourceId scalableDimension serviceNamespace",
    replace: "resourceId scalableDimension serviceNamespace",
    replaceUncertain: "name",
    outputs: "alarmArns arn",
    computed: "name",
  },
  "aws:appautoscaling/scheduledAction:ScheduledAction": {
    required: "resourceId scalableDimension scalableTargetAction schedule serviceNamespace",
    outputs: "arn",
    computed: "name",
    replaceUnknown: true,
  },
  "aws:appautoscaling/target:Target": {
    required: "maxCapacity minCapacity resourceId scalableDimension serviceNamespace",
    replace: "resourceId scalableDimension serviceNamespace",
    outputs: "arn tagsAll",
    computed: "roleArn suspendedState",
  },
};
