import type { Rule } from "../../rule";

export const healthCheckPath: Rule = {
  id: "elb/health-check-path",
  controls: { "CKV_AWS_261": "UNKNOWN" },
  requirement: "Health checks ask for a path that is said.",
  subjects: ["aws:lb/targetGroup:TargetGroup"],
  judge: (resource) => ["HTTP", "HTTPS"].includes(resource.text("protocol")) ? resource.has("healthCheck.path") : undefined,
};
