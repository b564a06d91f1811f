import type { Rule } from "../../rule";
import { webAclRules } from "../../web-acl";

export const blocksLog4shell: Rule = {
  id: "wafv2/blocks-log4shell",
  controls: { "CKV_AWS_192": "UNKNOWN" },
  requirement: "Web ACLs block Log4Shell.",
  subjects: ["aws:wafv2/webAcl:WebAcl"],
  judge: (resource) =>
    webAclRules(resource).some((rule) => {
      const group = rule.parts("statement.managedRuleGroupStatement").find(
        (part) => part.text("name") === "AWSManagedRulesKnownBadInputsRuleSet",
      );
      if (group === undefined || rule.parts("overrideAction.count").length > 0) return false;
      return !group.parts("ruleActionOverrides").some(
        (override) => override.text("name").startsWith("Log4JRCE") && override.parts("actionToUse.count").length > 0,
      );
    }),
};
