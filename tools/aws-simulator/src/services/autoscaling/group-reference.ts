import type { Reference } from "../../resource-definition";

/** The Auto Scaling group that something belongs to, named by name or ARN. */
export const groupReference: Reference = {
  path: "autoscalingGroupName",
  to: "aws:autoscaling/group:Group",
  within: true,
  notFound: (name) => ({ code: "ValidationError", message: `AutoScalingGroup name not found - AutoScalingGroup ${name} not found` }),
};
