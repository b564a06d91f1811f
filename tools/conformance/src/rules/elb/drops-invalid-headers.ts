import { isApplication } from "../../listener";
import type { Rule } from "../../rule";

export const dropsInvalidHeaders: Rule = {
  id: "elb/drops-invalid-headers",
  controls: { "FSBP:ELB.4": "MEDIUM" },
  requirement: "Load balancers drop headers that HTTP does not allow.",
  subjects: ["aws:lb/loadBalancer:LoadBalancer"],
  judge: (resource) => isApplication(resource) ? resource.isTrue("dropInvalidHeaderFields") : undefined,
};
