import { defineResource } from "../../resource-definition";
import { targetGroupReference } from "./elb-references";

export const targetGroupAttachment = defineResource({
  type: "aws:lb/targetGroupAttachment:TargetGroupAttachment",
  schema: { replaceUncertain: "availabilityZone port quicServerId targetGroupArn targetId" },
  references: [{ ...targetGroupReference("targetGroupArn"), within: true }],
  create: (context) => ({ id: `${context.text("targetGroupArn")}-${context.identifiers.digits(26)}` }),
});
