import { defineResource } from "../../resource-definition";
import { groupReference } from "./group-reference";

export const schedule = defineResource({
  type: "aws:autoscaling/schedule:Schedule",
  schema: { replaceUncertain: "autoscalingGroupName scheduledActionName" },
  references: [groupReference],
  create(context) {
    const { inputs } = context;
    const name = context.text("scheduledActionName") ?? "";
    const of = `autoScalingGroupName/${context.text("autoscalingGroupName")}:scheduledActionName/${name}`;
    return {
      // The form that an import takes: two groups may have an action of the same name.
      id: `${context.text("autoscalingGroupName")}/${name}`,
      arn: context.arn("autoscaling", `scheduledUpdateGroupAction:${context.identifiers.uuid()}:${of}`),
      outputs: {
        desiredCapacity: inputs["desiredCapacity"] ?? 0,
        endTime: inputs["endTime"] ?? "",
        maxSize: inputs["maxSize"] ?? 0,
        minSize: inputs["minSize"] ?? 0,
        recurrence: inputs["recurrence"] ?? "",
        startTime: inputs["startTime"] ?? context.now,
        timeZone: inputs["timeZone"] ?? "",
      },
    };
  },
});
