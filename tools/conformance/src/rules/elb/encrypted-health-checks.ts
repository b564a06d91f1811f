import type { Rule } from "../../rule";

export const encryptedHealthChecks: Rule = {
  id: "elb/encrypted-health-checks",
  controls: { "FSBP:ELB.21": "MEDIUM" },
  requirement: "Health checks go over TLS.",
  subjects: ["aws:lb/targetGroup:TargetGroup"],
  // Functions and load balancers as targets have no protocol of their own.
  judge: (resource) => (["lambda", "alb"].includes(resource.text("targetType")) ? undefined : resource.text("healthCheck.protocol") === "HTTPS"),
};
