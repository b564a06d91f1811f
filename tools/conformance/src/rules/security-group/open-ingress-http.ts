import type { Rule } from "../../rule";
import { INGRESS_SUBJECTS, opensToAnyone } from "../../traffic";

export const openIngressHttp: Rule = {
  id: "security-group/open-ingress-http",
  controls: { "CKV_AWS_260": "UNKNOWN" },
  requirement: "Port 80 is not open to everybody.",
  subjects: INGRESS_SUBJECTS,
  judge: (resource) => !opensToAnyone(resource, [80]),
};
