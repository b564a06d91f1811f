import type { Rule } from "../../rule";
import { INGRESS_SUBJECTS, ingressOf, isFromAnywhere } from "../../traffic";

export const noOpenIngress: Rule = {
  id: "security-group/no-open-ingress",
  controls: { "AwsSolutions-EC23": "CRITICAL" },
  requirement: "Nothing is open to everybody.",
  subjects: INGRESS_SUBJECTS,
  judge: (resource) => !ingressOf(resource).some(isFromAnywhere),
};
