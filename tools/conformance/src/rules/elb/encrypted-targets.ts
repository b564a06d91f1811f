import type { Rule } from "../../rule";

export const encryptedTargets: Rule = {
  id: "elb/encrypted-targets",
  controls: { "FSBP:ELB.22": "MEDIUM" },
  requirement: "Load balancers reach their targets over TLS.",
  subjects: ["aws:lb/targetGroup:TargetGroup"],
  judge: (resource) => ["HTTPS", "TLS"].includes(resource.text("protocol")),
};
