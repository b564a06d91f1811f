import type { Rule } from "../../rule";

export const certificateReplacedFirst: Rule = {
  id: "acm/certificate-replaced-first",
  controls: { "CKV_AWS_233": "UNKNOWN" },
  requirement: "A certificate is replaced before the old one goes.",
  subjects: ["aws:acm/certificate:Certificate"],
  judge: (resource) => resource.state.pendingReplacement !== true,
};
