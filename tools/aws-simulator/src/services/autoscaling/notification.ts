import { defineResource } from "../../resource-definition";

export const notification = defineResource({
  type: "aws:autoscaling/notification:Notification",
  schema: { replaceUncertain: "topicArn" },
  comparisons: { groupNames: "set", notifications: "set" },
  create: (context) => ({ id: context.text("topicArn") ?? "" }),
});
