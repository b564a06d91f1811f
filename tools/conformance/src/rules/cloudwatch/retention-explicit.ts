import type { Rule } from "../../rule";

export const retentionExplicit: Rule = {
  id: "cloudwatch/retention-explicit",
  controls: { "CKV_AWS_66": "ERROR" },
  requirement: "Log groups say how long they keep their events.",
  subjects: ["aws:cloudwatch/logGroup:LogGroup"],
  judge: (resource) => resource.number("retentionInDays") > 0,
};
