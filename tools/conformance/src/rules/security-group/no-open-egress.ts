import type { Rule } from "../../rule";
import { EGRESS_SUBJECTS, egressOf, isFromAnywhere } from "../../traffic";

export const noOpenEgress: Rule = {
  id: "security-group/no-open-egress",
  controls: { "AWS-0104": "CRITICAL" },
  requirement: "No rule lets traffic out to everywhere.",
  subjects: EGRESS_SUBJECTS,
  judge: (resource) => !egressOf(resource).some(isFromAnywhere),
};
