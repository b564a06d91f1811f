import type { Rule } from "../../rule";

const EVENTS = ["LAUNCH", "LAUNCH_ERROR", "TERMINATE", "TERMINATE_ERROR"];

export const groupNotifications: Rule = {
  id: "autoscaling/group-notifications",
  controls: { "AwsSolutions-AS3": "ERROR" },
  requirement: "Groups tell a topic of every launch and termination, and of those that fail.",
  subjects: ["aws:autoscaling/group:Group"],
  judge: (resource, stack) => {
    const told = stack.referring("aws:autoscaling/notification:Notification", "groupNames", resource).flatMap(
      (notification) => notification.texts("notifications"),
    );
    return EVENTS.every((event) => told.includes(`autoscaling:EC2_INSTANCE_${event}`));
  },
};
