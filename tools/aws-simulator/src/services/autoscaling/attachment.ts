import { defineResource } from "../../resource-definition";
import { targetGroupReference } from "../lb/elb-references";
import { groupReference } from "./group-reference";

export const attachment = defineResource({
  type: "aws:autoscaling/attachment:Attachment",
  schema: { replaceUncertain: "autoscalingGroupName elb lbTargetGroupArn" },
  references: [groupReference, targetGroupReference("lbTargetGroupArn")],
  create: (context) => ({ id: `${context.text("autoscalingGroupName")}-${context.identifiers.digits(26)}` }),
});
