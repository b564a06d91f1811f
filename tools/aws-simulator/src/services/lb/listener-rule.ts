import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { containsUnknown } from "@org/offline-engine";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";
import type { WorldObject } from "../../world-object";
import { actionRules } from "./action-rules";
import { withinRanges } from "./attribute-range";
import { actionReferences } from "./elb-references";

const API = "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html";
const LISTENER = "aws:lb/listener:Listener";
const RULE = "aws:lb/listenerRule:ListenerRule";
const MAX_PRIORITY = 50_000;
const MAX_CONDITION_VALUES = 5;

function listenerOf(context: ResourceContext): WorldObject | undefined {
  return context.find(LISTENER, context.text("listenerArn") ?? "");
}

function balancerOf(context: ResourceContext): WorldObject | undefined {
  const arn = listenerOf(context)?.outputs["loadBalancerArn"];
  return typeof arn === "string" ? context.find("aws:lb/loadBalancer:LoadBalancer", arn) : undefined;
}

const freePriority: Rule = {
  id: "lb/listener-rule-priority-free",
  source: API,
  cause: "A listener has one rule of a priority.",
  remedy: "Use another priority.",
  reads: ["listenerArn", "priority"],
  refuse(context) {
    const listener = listenerOf(context);
    const priority = context.inputs["priority"];
    if (listener === undefined || priority === undefined) return undefined;
    const other = context
      .referrers(RULE, listener)
      .find(({ id, urn, outputs }) => id !== context.object?.id && outputs["priority"] === priority && !(context.preview && urn === context.urn));
    return other === undefined ? undefined : { code: "PriorityInUse", message: `Priority '${String(priority)}' is currently in use` };
  },
};

/** Values of a condition, counted as ELB counts them: those of a list, and each pair of a query string. */
function countValues(condition: PropertyValue): number {
  if (typeof condition !== "object" || condition === null || Array.isArray(condition)) return 0;
  let count = 0;
  for (const block of Object.values(condition)) {
    if (Array.isArray(block)) count += block.length;
    else if (typeof block === "object" && block !== null) {
      for (const list of [block["values"], block["regexValues"]]) if (Array.isArray(list)) count += list.length;
    }
  }
  return count;
}

const conditionCount: Rule = {
  id: "lb/listener-rule-conditions",
  source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html",
  cause: "A rule has at least one condition, each with a value, and at most 5 values in all.",
  remedy: "Split the rule in two.",
  reads: [],
  refuse({ inputs }) {
    const conditions = inputs["conditions"];
    if (!Array.isArray(conditions) || containsUnknown(conditions)) return undefined;
    if (conditions.length === 0 || conditions.some((condition) => countValues(condition) === 0)) {
      return { code: "ValidationError", message: "A condition must be specified", remedy: "Give every condition a value." };
    }
    const count = conditions.reduce((sum: number, condition) => sum + countValues(condition), 0);
    return count > MAX_CONDITION_VALUES
      ? { code: "ValidationError", message: `A rule can only have '${MAX_CONDITION_VALUES}' condition values` }
      : undefined;
  },
};

/** ELB gives the next priority after the last when the program gives none. */
function nextPriority(context: ResourceContext): number {
  const listener = listenerOf(context);
  const taken = listener === undefined ? [] : context.referrers(RULE, listener).map(({ outputs }) => Number(outputs["priority"]));
  return Math.max(0, ...taken) + 1;
}

/** What is behind `listener/` in the ARN of a listener. */
function suffixOf(context: ResourceContext): string {
  const arn = context.text("listenerArn") ?? "";
  return arn.slice(arn.indexOf(":listener/") + ":listener/".length);
}

export const listenerRule = defineResource({
  type: RULE,
  comparisons: { conditions: "set" },
  references: [
    {
      path: "listenerArn",
      to: LISTENER,
      within: true,
      notFound: () => ({ code: "ListenerNotFound", message: "One or more listeners not found" }),
    },
    ...actionReferences("actions[]"),
  ],
  rules: [
    withinRanges("lb/listener-rule-priority", API, [{ path: "priority", min: 1, max: MAX_PRIORITY }]),
    conditionCount,
    ...actionRules({ prefix: "lb/listener-rule", property: "actions", parent: "listenerArn", balancerOf }),
    freePriority,
  ],
  create(context) {
    const arn = context.arn("elasticloadbalancing", `listener-rule/${suffixOf(context)}/${context.identifiers.hex(16)}`);
    const outputs: PropertyMap = { priority: context.inputs["priority"] ?? nextPriority(context) };
    return { id: arn, arn, outputs };
  },
});
