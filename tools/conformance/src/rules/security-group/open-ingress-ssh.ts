import type { Rule } from "../../rule";
import { INGRESS_SUBJECTS, opensToAnyone } from "../../traffic";

export const openIngressSsh: Rule = {
  id: "security-group/open-ingress-ssh",
  controls: { "SecHub:EC2.13": "HIGH" },
  requirement: "SSH is not open to everybody.",
  subjects: INGRESS_SUBJECTS,
  judge: (resource) => !opensToAnyone(resource, [22]),
};
