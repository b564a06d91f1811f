import type { Rule } from "../../rule";

export const accessLogs: Rule = {
  id: "elb/access-logs",
  controls: { "FSBP:ELB.5": "MEDIUM" },
  requirement: "Load balancers write access logs to S3.",
  subjects: ["aws:lb/loadBalancer:LoadBalancer"],
  judge: (resource) => resource.isTrue("accessLogs.enabled") && resource.has("accessLogs.bucket"),
};
