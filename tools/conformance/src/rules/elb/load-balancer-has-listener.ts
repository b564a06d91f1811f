import type { Rule } from "../../rule";

export const loadBalancerHasListener: Rule = {
  id: "elb/load-balancer-has-listener",
  controls: { "prowler:elbv2_listeners_underneath": "MEDIUM" },
  requirement: "Every load balancer has a listener.",
  subjects: ["aws:lb/loadBalancer:LoadBalancer"],
  judge: (resource, stack) => stack.referring("aws:lb/listener:Listener", "loadBalancerArn", resource).length > 0,
};
