import type { Rule } from "../../rule";

export const loadBalancerInTwoZones: Rule = {
  id: "elb/load-balancer-in-two-zones",
  controls: { "FSBP:ELB.13": "MEDIUM" },
  requirement: "Load balancers stand in at least two availability zones.",
  subjects: ["aws:lb/loadBalancer:LoadBalancer"],
  judge: (resource, stack) =>
    Math.max(stack.zonesOf(resource, "subnets").length, stack.zonesOf(resource, "subnetMappings.subnetId").length) >= 2,
};
