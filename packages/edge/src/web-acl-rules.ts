import type { types } from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { AddressListKind } from "./address-lists";
import { type ManagedRuleGroup, type ManagedRuleGroupFacts, managedRuleGroups } from "./managed-rule-groups";
import { actionsOf, bodySizeRule } from "./rule-overrides";
import type { WebAclPlan } from "./web-acl-plan";

type Rule = types.input.wafv2.WebAclRule;
type Statement = types.input.wafv2.WebAclRuleStatement;

/**
 * Places of the rules that are no managed groups: the caller's own lists first, the rate limit after the addresses that
 * are known to be bad, the body size right after the common rules, whose label it reads.
 */
export const rulePriorities = {
  "allowed-addresses": 1,
  "blocked-addresses": 2,
  countries: 5,
  "rate-limit": 20,
  "large-bodies": 35,
} as const;

/** ARNs of the IP sets, by the role of each. */
export type AddressSetArns = Readonly<Record<string, pulumi.Input<string>>>;

function visibility(metricName: string) {
  return { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName };
}

/** WAF refuses an OR of a single statement. */
function anyOf(statements: Statement[]): Statement {
  return statements.length === 1 ? statements[0] : { orStatement: { statements } };
}

function managedRule(aclName: string, group: ManagedRuleGroup, plan: WebAclPlan): Rule {
  const { priority, role }: ManagedRuleGroupFacts = managedRuleGroups[group];
  const overrides = Object.entries(actionsOf(group, plan.ruleOverrides));
  return {
    name: role,
    priority,
    overrideAction: plan.mode === "observe" ? { count: {} } : { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: "AWS",
        name: group,
        ...(overrides.length > 0 && {
          ruleActionOverrides: overrides.map(([rule, action]) => ({ name: rule, actionToUse: { [action]: {} } })),
        }),
      },
    },
    visibilityConfig: visibility(`${aclName}-${role}`),
  };
}

function addressStatement(list: AddressListKind, plan: WebAclPlan, arns: AddressSetArns): Statement | undefined {
  const sets = plan.addressSets.filter((set) => set.list === list);
  if (sets.length === 0) return undefined;
  return anyOf(sets.map(({ role }) => ({ ipSetReferenceStatement: { arn: arns[role] } })));
}

function countryStatement({ countries }: WebAclPlan): Statement | undefined {
  if (countries === undefined) return undefined;
  const match: Statement = { geoMatchStatement: { countryCodes: [...countries.codes] } };
  return countries.kind === "block" ? match : { notStatement: { statement: match } };
}

/** Bodies that the common rules have labelled as large, anywhere but where they belong. */
function largeBodyStatement({ largeBodyPaths }: WebAclPlan): Statement | undefined {
  if (largeBodyPaths === undefined) return undefined;
  const large: Statement = { labelMatchStatement: { scope: "LABEL", key: bodySizeRule.label } };
  if (largeBodyPaths.length === 0) return large;
  const paths = largeBodyPaths.map(
    (searchString): Statement => ({
      byteMatchStatement: {
        fieldToMatch: { uriPath: {} },
        positionalConstraint: "STARTS_WITH",
        searchString,
        textTransformations: [{ priority: 0, type: "NONE" }],
      },
    }),
  );
  return { andStatement: { statements: [large, { notStatement: { statement: anyOf(paths) } }] } };
}

/** The rules of the web ACL `aclName`, sorted by priority as AWS returns them: another order would look like a change. */
export function webAclRules(aclName: string, plan: WebAclPlan, arns: AddressSetArns): Rule[] {
  const refuse = plan.mode === "observe" ? { count: {} } : { block: {} };
  const rateLimit = { aggregateKeyType: "IP", limit: plan.rateLimit, evaluationWindowSec: 300 };
  const own: [keyof typeof rulePriorities, Rule["action"], Statement | undefined][] = [
    ["allowed-addresses", { allow: {} }, addressStatement("allowed", plan, arns)],
    ["blocked-addresses", refuse, addressStatement("blocked", plan, arns)],
    ["countries", refuse, countryStatement(plan)],
    ["rate-limit", refuse, { rateBasedStatement: rateLimit }],
    ["large-bodies", refuse, largeBodyStatement(plan)],
  ];
  const ownRules = own.flatMap(([name, action, statement]): Rule[] => {
    if (statement === undefined) return [];
    const visibilityConfig = visibility(`${aclName}-${name}`);
    return [{ name, priority: rulePriorities[name], action, statement, visibilityConfig }];
  });
  const managed = plan.ruleGroups.map((group) => managedRule(aclName, group, plan));
  return [...managed, ...ownRules].sort((left, right) => Number(left.priority) - Number(right.priority));
}
