import type { ArgumentProblem } from "@org/infra-naming";
import { type ManagedRuleGroup, type ManagedRuleGroupFacts, managedRuleGroups } from "./managed-rule-groups";

/** What WAF does with a request that a rule matches. */
export type RuleAction = "allow" | "block" | "captcha" | "challenge" | "count";

/** Actions for single rules of managed rule groups, in place of AWS's own: by group, then by the rule's name. */
export type RuleOverrides = Readonly<Partial<Record<ManagedRuleGroup, Readonly<Record<string, RuleAction>>>>>;

/** The rule that blocks every body over 8 KB, and the label that it puts on them. */
export const bodySizeRule = {
  group: "AWSManagedRulesCommonRuleSet",
  name: "SizeRestrictions_BODY",
  label: "awswaf:managed:aws:core-rule-set:SizeRestrictions_Body",
} as const;

/** The actions of a group's rules that are not AWS's own: those that only count by default, and the caller's. */
export function actionsOf(group: ManagedRuleGroup, overrides: RuleOverrides): Readonly<Record<string, RuleAction>> {
  const { countedRules }: ManagedRuleGroupFacts = managedRuleGroups[group];
  const counted = Object.fromEntries(countedRules.map((rule) => [rule, "count" as const]));
  return { ...counted, ...overrides[group] };
}

/** What is wrong with overrides of rules in `groups`. */
export function overrideProblems(overrides: RuleOverrides, groups: readonly ManagedRuleGroup[]): ArgumentProblem[] {
  return Object.keys(overrides)
    .filter((group) => !groups.some((used) => used === group))
    .map((group) => ({
      argument: `ruleOverrides.${group}`,
      rule: "must be for a group that ruleGroups names",
      value: group,
      remedy: `add the group to ruleGroups, or use one of ${groups.join(", ") || "them"}`,
    }));
}

/** What is wrong with paths that may take large bodies. */
export function largeBodyProblems(
  paths: readonly string[],
  overrides: RuleOverrides,
  groups: readonly ManagedRuleGroup[],
): ArgumentProblem[] {
  const problems: ArgumentProblem[] = paths
    .filter((path) => !/^\/[\x21-\x7e]{0,199}$/.test(path))
    .map((value) => ({
      argument: "largeBodyPaths",
      rule: "must hold the starts of paths: a slash and up to 199 characters of ASCII",
      value,
      remedy: "use for example /uploads/",
    }));
  // The rule marks large bodies with a label only while it counts them: blocked, they never reach the next rule.
  const { group, name } = bodySizeRule;
  const counts = groups.includes(group) && actionsOf(group, overrides)[name] === "count";
  if (!counts) {
    problems.push({
      argument: "largeBodyPaths",
      rule: `must be used with ${group}, whose rule ${name} counts`,
      value: paths,
      remedy: "add the group to ruleGroups, and leave that rule out of ruleOverrides",
    });
  }
  return problems;
}
