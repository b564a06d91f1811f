import type { Rule } from "../../rule";
import { webAclRules } from "../../web-acl";

export const ruleMetrics: Rule = {
  id: "wafv2/rule-metrics",
  controls: { "FSBP:WAF.12": "MEDIUM" },
  requirement: "Every rule is counted in CloudWatch.",
  subjects: ["aws:wafv2/webAcl:WebAcl", "aws:wafv2/ruleGroup:RuleGroup"],
  judge: (resource) => [resource, ...webAclRules(resource)].every((part) => part.isTrue("visibilityConfig.cloudwatchMetricsEnabled")),
};
