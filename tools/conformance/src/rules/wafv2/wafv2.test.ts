import { itJudges, managed, type RuleCases } from "../../rule-cases.fixture";
import { wafv2Rules } from "./index";

const cases: RuleCases = {
  "wafv2/web-acl-has-rules": {
    good: [["aws:wafv2/webAcl:WebAcl", { rules: managed("A") }]],
    bad: [["aws:wafv2/webAcl:WebAcl", {}]],
  },
  "wafv2/rule-metrics": {
    good: [["aws:wafv2/webAcl:WebAcl", { visibilityConfig: { cloudwatchMetricsEnabled: true } }]],
    bad: [
      ["aws:wafv2/webAcl:WebAcl", { visibilityConfig: { cloudwatchMetricsEnabled: true }, rules: [{ visibilityConfig: { cloudwatchMetricsEnabled: false } }] }],
    ],
  },
  "wafv2/web-acl-logging": {
    good: [
      ["aws:wafv2/webAcl:WebAcl", { arn: "arn:acl" }],
      ["aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", { resourceArn: "arn:acl" }],
    ],
    bad: [["aws:wafv2/webAcl:WebAcl", { arn: "arn:acl" }]],
  },
  "wafv2/blocks-log4shell": {
    good: [["aws:wafv2/webAcl:WebAcl", { rules: managed("AWSManagedRulesKnownBadInputsRuleSet") }]],
    bad: [
      ["aws:wafv2/webAcl:WebAcl", { rules: [{ overrideAction: { count: {} }, statement: { managedRuleGroupStatement: { name: "AWSManagedRulesKnownBadInputsRuleSet" } } }] }],
    ],
  },
  "wafv2/rules-have-actions": {
    good: [["aws:wafv2/webAcl:WebAcl", { rules: [{ action: { block: {} } }] }]],
    bad: [["aws:wafv2/webAcl:WebAcl", { rules: [{ statement: { geoMatchStatement: { countryCodes: ["XX"] } } }] }]],
  },
};

describe("rules of wafv2", () => {
  itJudges(wafv2Rules, cases);
});
