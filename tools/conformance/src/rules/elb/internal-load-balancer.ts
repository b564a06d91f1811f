import type { Rule } from "../../rule";

export const internalLoadBalancer: Rule = {
  id: "elb/internal-load-balancer",
  controls: { "AWS-0053": "HIGH" },
  requirement: "Load balancers are not reachable from the internet.",
  subjects: ["aws:lb/loadBalancer:LoadBalancer"],
  judge: (resource) => resource.isTrue("internal"),
};
