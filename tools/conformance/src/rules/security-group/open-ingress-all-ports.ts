import type { Rule } from "../../rule";
import { INGRESS_SUBJECTS, ingressOf, isAnyProtocol, isFromAnywhere } from "../../traffic";

export const openIngressAllPorts: Rule = {
  id: "security-group/open-ingress-all-ports",
  controls: { "CKV_AWS_277": "CRITICAL" },
  requirement: "No rule opens all ports to everybody.",
  subjects: INGRESS_SUBJECTS,
  judge: (resource) =>
    !ingressOf(resource).some((flow) => isFromAnywhere(flow) && (isAnyProtocol(flow) || (flow.fromPort === 0 && flow.toPort === 65535))),
};
