import type { Rule } from "../../rule";

export const desyncMitigation: Rule = {
  id: "elb/desync-mitigation",
  controls: { "FSBP:ELB.12": "MEDIUM" },
  requirement: "Request smuggling is defended against, not just watched.",
  subjects: ["aws:lb/loadBalancer:LoadBalancer"],
  judge: (resource) => resource.text("desyncMitigationMode") !== "monitor",
};
