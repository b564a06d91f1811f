import type { types } from "@pulumi/aws";
import { type ManagedRuleGroup, type ManagedRuleGroupFacts, managedRuleGroups } from "./managed-rule-groups";
import type { WebAclPlan } from "./web-acl-plan";

type Rule = types.input.wafv2.WebAclRule;

/** After the addresses that are known to be bad, before the rules that read the request. */
const RATE_LIMIT_PRIORITY = 20;

function visibility(metricName: string) {
  return { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName };
}

function managedRule(aclName: string, group: ManagedRuleGroup, mode: WebAclPlan["mode"]): Rule {
  const { priority, role, countedRules }: ManagedRuleGroupFacts = managedRuleGroups[group];
  return {
    name: role,
    priority,
    overrideAction: mode === "observe" ? { count: {} } : { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: "AWS",
        name: group,
        ...(countedRules.length > 0 && {
          ruleActionOverrides: countedRules.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
        }),
      },
    },
    visibilityConfig: visibility(`${aclName}-${role}`),
  };
}

function rateLimitRule(aclName: string, plan: WebAclPlan): Rule {
  return {
    name: "rate-limit",
    priority: RATE_LIMIT_PRIORITY,
    action: plan.mode === "observe" ? { count: {} } : { block: {} },
    statement: {
      rateBasedStatement: { aggregateKeyType: "IP", limit: plan.rateLimit, evaluationWindowSec: 300 },
    },
    visibilityConfig: visibility(`${aclName}-rate-limit`),
  };
}

/** The rules of the web ACL `aclName`, sorted by priority as AWS returns them: another order would look like a change. */
export function webAclRules(aclName: string, plan: WebAclPlan): Rule[] {
  return [
    ...plan.ruleGroups.map((group) => managedRule(aclName, group, plan.mode)),
    rateLimitRule(aclName, plan),
  ].sort((left, right) => Number(left.priority) - Number(right.priority));
}
