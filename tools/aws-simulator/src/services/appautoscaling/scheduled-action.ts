import { defineResource } from "../../resource-definition";
import { targetRegistered } from "./target-reference";

export const scheduledAction = defineResource({
  type: "aws:appautoscaling/scheduledAction:ScheduledAction",
  schema: { replaceUncertain: "name resourceId scalableDimension serviceNamespace" },
  defaults: { timezone: "UTC" },
  name: {},
  rules: [targetRegistered("appautoscaling/scheduled-action-target-registered")],
  create(context) {
    const name = context.text("name") ?? "";
    const of = `resource/${context.text("serviceNamespace")}/${context.text("resourceId")}:scheduledActionName/${name}`;
    return {
      id: `${name}-${context.text("serviceNamespace")}-${context.text("resourceId")}`,
      arn: context.arn("autoscaling", `scheduledAction:${context.identifiers.uuid()}:${of}`),
    };
  },
});
