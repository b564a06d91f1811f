import { valueAt } from "../../property-path";
import { defineResource } from "../../resource-definition";
import { groupReference } from "./group-reference";

export const tag = defineResource({
  type: "aws:autoscaling/tag:Tag",
  schema: { replaceUncertain: "autoscalingGroupName" },
  references: [groupReference],
  create: (context) => ({ id: `${context.text("autoscalingGroupName")},${String(valueAt(context.inputs, "tag.key"))}` }),
});
