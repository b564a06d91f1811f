import type { Rule } from "../../rule";
import { coversPort, INGRESS_SUBJECTS, ingressOf } from "../../traffic";

export const openIngressAdministrationIpv6: Rule = {
  id: "security-group/open-ingress-administration-ipv6",
  controls: { "SecHub:EC2.54": "HIGH" },
  requirement: "Ports of remote administration are not open to all of IPv6.",
  subjects: INGRESS_SUBJECTS,
  judge: (resource) =>
    !ingressOf(resource).some((flow) => flow.cidrs.includes("::/0") && [22, 3389].some((port) => coversPort(flow, port))),
};
