import type { Rule } from "../../rule";

export const httpsListenersOnly: Rule = {
  id: "elb/https-listeners-only",
  controls: { "FSBP:ELB.18": "MEDIUM" },
  requirement: "Listeners speak HTTPS or TLS.",
  subjects: ["aws:lb/listener:Listener"],
  judge: (resource) => ["HTTPS", "TLS"].includes(resource.text("protocol")) && resource.number("port") !== 80,
};
