import type { Rule } from "../../rule";

export const loadBalancerDeletionProtection: Rule = {
  id: "elb/load-balancer-deletion-protection",
  controls: { "FSBP:ELB.6": "MEDIUM" },
  requirement: "Load balancers are protected against deletion.",
  subjects: ["aws:lb/loadBalancer:LoadBalancer"],
  judge: (resource) => resource.isTrue("enableDeletionProtection"),
};
