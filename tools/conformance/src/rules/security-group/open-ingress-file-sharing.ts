import type { Rule } from "../../rule";
import { INGRESS_SUBJECTS, opensToAnyone } from "../../traffic";

export const openIngressFileSharing: Rule = {
  id: "security-group/open-ingress-file-sharing",
  controls: { "CIS5.0:5.1.2": "CRITICAL" },
  requirement: "CIFS is not open to everybody.",
  subjects: INGRESS_SUBJECTS,
  judge: (resource) => !opensToAnyone(resource, [445]),
};
