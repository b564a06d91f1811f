import { containsUnknown } from "@org/offline-engine";
import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { valuesAt } from "../../property-path";
import type { Refusal, Rule } from "../../rule";
import { leastCapacity } from "./capacity";
import { wafMessage } from "./scope";

const createPage = "https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html";
const rulePage = "https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html";
const EXACTLY_ONE = "You have used none or multiple values for a field that requires exactly one value.";
const MAX_CAPACITY = 5000;

function invalid(reason: string, field: string, parameter: string, remedy?: string): Refusal {
  return {
    code: "WAFInvalidParameterException",
    message: wafMessage(reason, field, parameter),
    ...(remedy === undefined ? {} : { remedy }),
  };
}

function isMap(value: PropertyValue | undefined): value is PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function rulesOf(inputs: PropertyMap): PropertyMap[] {
  return valuesAt(inputs, "rules[]")
    .map(({ value }) => value)
    .filter(isMap);
}

const oneDefaultAction: Rule = {
  id: "wafv2/web-acl-one-default-action",
  source: createPage,
  cause: "Requests that no rule decides are either allowed or blocked.",
  remedy: "Set exactly one of defaultAction.allow and defaultAction.block.",
  reads: ["defaultAction"],
  refuse: ({ inputs }) => {
    const action = inputs["defaultAction"];
    if (!isMap(action)) return undefined;
    const given = ["allow", "block"].filter((name) => action[name] !== undefined && action[name] !== null);
    return given.length === 1 ? undefined : invalid(EXACTLY_ONE, "DEFAULT_ACTION", "DefaultAction");
  },
};

const distinctPriorities: Rule = {
  id: "wafv2/web-acl-distinct-priorities",
  source: rulePage,
  cause: "Rules are tried in the order of their priorities, so no two rules may share one.",
  remedy: "Give every rule a priority of its own.",
  reads: [],
  refuse: ({ inputs }) => duplicateOf(rulesOf(inputs), "priority", "RULE", "PRIORITY"),
};

const distinctNames: Rule = {
  id: "wafv2/web-acl-distinct-rule-names",
  source: rulePage,
  cause: "Rules of one web ACL differ in name.",
  remedy: "Give every rule a name of its own.",
  reads: [],
  refuse: ({ inputs }) => duplicateOf(rulesOf(inputs), "name", "RULE", "NAME"),
};

function duplicateOf(rules: readonly PropertyMap[], property: string, field: string, what: string): Refusal | undefined {
  const seen = new Map<PropertyValue, PropertyMap>();
  for (const rule of rules) {
    const value = rule[property];
    if (value === undefined || containsUnknown(value)) continue;
    const other = seen.get(value);
    if (other !== undefined) {
      return invalid(
        `Your request contains rules with duplicate ${property === "name" ? "names" : "priorities"}.`,
        field,
        `${what}: ${String(value)}`,
        `The rules ${String(other["name"])} and ${String(rule["name"])} both have the ${property} ${String(value)}.`,
      );
    }
    seen.set(value, rule);
  }
  return undefined;
}

/** Statements that bring their rules' actions with them. */
const groups = ["managedRuleGroupStatement", "ruleGroupReferenceStatement"];

const actionOrOverride: Rule = {
  id: "wafv2/web-acl-rule-action-or-override",
  source: rulePage,
  cause: "A rule group brings its actions and takes an overrideAction; any other statement needs an action.",
  remedy: "Set overrideAction: { none: {} } on rules with a rule group, and action on the others.",
  reads: [],
  refuse: ({ inputs }) => {
    for (const rule of rulesOf(inputs)) {
      const statement = rule["statement"];
      if (!isMap(statement)) continue;
      const isGroup = groups.some((name) => isMap(statement[name]));
      const [wanted, other] = isGroup ? ["overrideAction", "action"] : ["action", "overrideAction"];
      if (isMap(rule[wanted as string]) && !isMap(rule[other as string])) continue;
      if (containsUnknown(rule)) continue;
      return invalid(
        EXACTLY_ONE,
        "RULE",
        "Rule",
        `The rule ${String(rule["name"])} holds ${isGroup ? "a rule group" : "no rule group"}: set ${wanted}, and not ${other}.`,
      );
    }
    return undefined;
  },
};

const enoughStatements: Rule = {
  id: "wafv2/web-acl-and-or-need-two-statements",
  source: "https://github.com/hashicorp/terraform-provider-aws/issues/34320",
  cause: "AND and OR join at least two statements.",
  remedy: "Take the AND or OR away, or give it a second statement.",
  reads: ["rules"],
  refuse: ({ inputs }) => {
    const lonely = rulesOf(inputs)
      .map((rule) => lonelyJoin(rule["statement"]))
      .find((kind) => kind !== undefined);
    if (lonely === undefined) return undefined;
    return invalid(
      "You have not met the minimum requirement for a threshold setting or limit.",
      lonely === "andStatement" ? "AND_STATEMENT" : "OR_STATEMENT",
      "Statements",
    );
  },
};

function lonelyJoin(statement: PropertyValue | undefined): string | undefined {
  if (!isMap(statement)) return undefined;
  for (const [kind, value] of Object.entries(statement)) {
    if (!isMap(value)) continue;
    const inner = valuesAt(value, "statements[]").map((found) => found.value);
    if ((kind === "andStatement" || kind === "orStatement") && inner.length < 2) return kind;
    const deeper = [...inner, value["statement"], value["scopeDownStatement"]].map(lonelyJoin).find((found) => found !== undefined);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

const rateLimitInRange: Rule = {
  id: "wafv2/web-acl-rate-limit",
  source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html",
  cause: "A rate limit is 10 to 2,000,000,000 requests in its window.",
  remedy: "Set the limit to 10 or more.",
  reads: [],
  refuse: ({ inputs }) => {
    const bad = valuesAt(inputs, "rules[].statement.rateBasedStatement.limit").find(
      ({ value }) => typeof value === "number" && (value < 10 || value > 2_000_000_000),
    );
    if (bad === undefined) return undefined;
    return invalid(
      "You have not met the minimum requirement for a threshold setting or limit.",
      "RATE_BASED_STATEMENT",
      String(bad.value),
    );
  },
};

const capacityFits: Rule = {
  id: "wafv2/web-acl-capacity",
  source: "https://docs.aws.amazon.com/waf/latest/developerguide/limits.html",
  cause: "The rules of a web ACL cost at most 5,000 capacity units together.",
  remedy: "Remove rule groups.",
  reads: ["rules"],
  refuse: ({ inputs }) => {
    const needed = leastCapacity(inputs);
    if (needed <= MAX_CAPACITY) return undefined;
    return {
      code: "WAFLimitsExceededException",
      message: "AWS WAF couldn’t perform the operation because you exceeded your resource limit.",
      remedy: `The rules need at least ${needed} of ${MAX_CAPACITY} capacity units: remove rule groups.`,
    };
  },
};

const metricNames: Rule = {
  id: "wafv2/web-acl-metric-name",
  source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_VisibilityConfig.html",
  cause: "A metric name has letters, digits, _ and - only, and is neither All nor Default_Action.",
  remedy: "Change visibilityConfig.metricName.",
  reads: [],
  refuse: ({ inputs }) => {
    const names = [...valuesAt(inputs, "visibilityConfig.metricName"), ...valuesAt(inputs, "rules[].visibilityConfig.metricName")];
    const bad = names.find(({ value }) => typeof value === "string" && !containsUnknown(value) && !/^(?!(?:All|Default_Action)$)[\w#:./-]{1,255}$/.test(value));
    if (bad === undefined) return undefined;
    return invalid("The parameter contains formatting that is not valid.", "METRIC_NAME", String(bad.value));
  },
};

/** What WAF refuses in a web ACL, beyond its scope. */
export const webAclRules: readonly Rule[] = [
  oneDefaultAction,
  distinctPriorities,
  distinctNames,
  actionOrOverride,
  enoughStatements,
  rateLimitInRange,
  metricNames,
  capacityFits,
];
