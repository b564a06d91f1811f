import type { Rule } from "../../rule";
import { coversPort, INGRESS_SUBJECTS, ingressOf } from "../../traffic";

export const openIngressAdministration: Rule = {
  id: "security-group/open-ingress-administration",
  controls: { "SecHub:EC2.53": "HIGH" },
  requirement: "Ports of remote administration are not open to all of IPv4.",
  subjects: INGRESS_SUBJECTS,
  judge: (resource) =>
    !ingressOf(resource).some((flow) => flow.cidrs.includes("0.0.0.0/0") && [22, 3389].some((port) => coversPort(flow, port))),
};
