import { isApplication } from "../../listener";
import type { Rule } from "../../rule";

export const crossZoneBalancing: Rule = {
  id: "elb/cross-zone-balancing",
  controls: { "CKV_AWS_152": "MEDIUM" },
  requirement: "Network load balancers spread requests over all zones.",
  subjects: ["aws:lb/loadBalancer:LoadBalancer"],
  judge: (resource) => isApplication(resource) ? undefined : resource.isTrue("enableCrossZoneLoadBalancing"),
};
