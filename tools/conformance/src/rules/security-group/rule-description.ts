import type { Rule } from "../../rule";
import { EGRESS_SUBJECTS, egressOf, INGRESS_SUBJECTS, ingressOf } from "../../traffic";

export const ruleDescription: Rule = {
  id: "security-group/rule-description",
  controls: { "AWS-0124": "LOW" },
  requirement: "Every rule of a security group says in words what it is for.",
  subjects: [...new Set([...INGRESS_SUBJECTS, ...EGRESS_SUBJECTS])],
  judge: (resource) => {
    const flows = [...ingressOf(resource), ...egressOf(resource)];
    return flows.length === 0 ? undefined : flows.every(({ description }) => description !== "");
  },
};
