import type { Rule } from "../../rule";

export const encryptedTargets: Rule = {
  id: "elb/encrypted-targets",
  controls: { "FSBP:ELB.22": "MEDIUM" },
  requirement: "Load balancers reach their targets over TLS.",
  subjects: ["aws:lb/targetGroup:TargetGroup"],
  // Functions and load balancers as targets have no protocol of their own.
  judge: (resource) => (["lambda", "alb"].includes(resource.text("targetType")) ? undefined : ["HTTPS", "TLS"].includes(resource.text("protocol"))),
};
