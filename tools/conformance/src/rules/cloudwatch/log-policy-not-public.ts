import { isPublic, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const logPolicyNotPublic: Rule = {
  id: "cloudwatch/log-policy-not-public",
  controls: { "prowler:cloudwatch_log_group_not_publicly_accessible": "HIGH" },
  requirement: "No policy lets everybody use log groups.",
  subjects: ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy"],
  judge: (resource) => !statementsOf(resource, "policyDocument").some(isPublic),
};
