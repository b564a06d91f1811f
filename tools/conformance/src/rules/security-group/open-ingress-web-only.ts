import type { Rule } from "../../rule";
import { INGRESS_SUBJECTS, ingressOf, isFromAnywhere, isWebPort } from "../../traffic";

export const openIngressWebOnly: Rule = {
  id: "security-group/open-ingress-web-only",
  controls: { "FSBP:EC2.18": "HIGH" },
  requirement: "What anybody may reach is TCP 80 or 443, one port a rule.",
  subjects: INGRESS_SUBJECTS,
  judge: (resource) => !ingressOf(resource).some((flow) => isFromAnywhere(flow) && !isWebPort(flow)),
};
