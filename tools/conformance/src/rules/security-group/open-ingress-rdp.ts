import type { Rule } from "../../rule";
import { INGRESS_SUBJECTS, opensToAnyone } from "../../traffic";

export const openIngressRdp: Rule = {
  id: "security-group/open-ingress-rdp",
  controls: { "SecHub:EC2.14": "HIGH" },
  requirement: "RDP is not open to everybody.",
  subjects: INGRESS_SUBJECTS,
  judge: (resource) => !opensToAnyone(resource, [3389]),
};
