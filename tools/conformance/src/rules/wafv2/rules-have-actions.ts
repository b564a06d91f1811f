import type { Rule } from "../../rule";
import { webAclRules } from "../../web-acl";

export const rulesHaveActions: Rule = {
  id: "wafv2/rules-have-actions",
  controls: { "CKV_AWS_342": "UNKNOWN" },
  requirement: "Every rule has an action.",
  subjects: ["aws:wafv2/webAcl:WebAcl", "aws:wafv2/ruleGroup:RuleGroup"],
  judge: (resource) =>
    webAclRules(resource).every(
      (rule) =>
        rule.parts("action").length > 0 ||
        rule.parts("overrideAction").length > 0 ||
        rule.has("statement.managedRuleGroupStatement.name"),
    ),
};
