import type { Rule } from "../../rule";

export const groupHealthChecks: Rule = {
  id: "autoscaling/group-health-checks",
  controls: { "FSBP:AutoScaling.1": "LOW" },
  requirement: "A group behind a load balancer replaces what the load balancer finds ill.",
  subjects: ["aws:autoscaling/group:Group"],
  judge: (resource, stack) => {
    const behind = ["targetGroupArns", "loadBalancers", "trafficSources"].some((path) => resource.has(path));
    const attached = ["aws:autoscaling/attachment:Attachment", "aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment"].some(
      (type) => stack.referring(type, "autoscalingGroupName", resource).length > 0,
    );
    if (!behind && !attached) return undefined;
    return resource.text("healthCheckType") === "ELB" && resource.has("healthCheckGracePeriod");
  },
};
