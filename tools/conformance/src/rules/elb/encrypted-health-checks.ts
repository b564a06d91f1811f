import type { Rule } from "../../rule";

export const encryptedHealthChecks: Rule = {
  id: "elb/encrypted-health-checks",
  controls: { "FSBP:ELB.21": "MEDIUM" },
  requirement: "Health checks go over TLS.",
  subjects: ["aws:lb/targetGroup:TargetGroup"],
  judge: (resource) => resource.text("healthCheck.protocol") === "HTTPS",
};
