import { parseArn } from "../../arn";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";
import { actionsRule } from "./alarm-rules";
import { metricAlarmType } from "./metric-alarm";

const compositeAlarmType = "aws:cloudwatch/compositeAlarm:CompositeAlarm";

const compositePage =
  "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html";

const legalRule: Rule = {
  id: "cloudwatch/composite-alarm-rule",
  source: compositePage,
  cause: "The alarm rule is no expression of ALARM(...), OK(...), INSUFFICIENT_DATA(...), TRUE, FALSE, AND, OR, NOT.",
  remedy: 'Write for example ALARM("name of one alarm") OR ALARM("name of another").',
  reads: ["alarmRule"],
  refuse: (context) => {
    const rule = context.text("alarmRule");
    if (rule === undefined || isExpression(rule)) return undefined;
    return { code: "ValidationError", message: "AlarmRule must not contain syntax errors." };
  },
};

const childrenExist: Rule = {
  id: "cloudwatch/composite-alarm-children-exist",
  source: "https://github.com/awsdocs/aws-cloudformation-user-guide/issues/911",
  cause: "An alarm that the rule names does not exist in the region of the composite alarm.",
  remedy: "Build the rule from the output `name` of alarms of the same region, so that they are created first.",
  reads: ["alarmRule"],
  deploymentOnly: true,
  refuse: (context) => {
    const missing = namedAlarms(context.text("alarmRule") ?? "").filter((name) => !exists(context, name));
    if (missing.length === 0) return undefined;
    const message = `Could not save the composite alarm as alarms [${missing.join(", ")}] in the alarm rule do not exist`;
    return { code: "ValidationError", message };
  },
};

/** The state of one alarm in a rule, whose name stands as it is or in quotes, with a backslash before a quote in it. */
const state = /\b(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^()"']+?))\s*\)/g;

/** Names or ARNs of the alarms whose state a rule asks for, each once. */
function namedAlarms(rule: string): string[] {
  const names = [...rule.matchAll(state)].map(([, double, single, bare]) => double ?? single ?? bare ?? "");
  return [...new Set(names.map((name) => name.replaceAll(/\\(.)/g, "$1")))];
}

function exists(context: ResourceContext, nameOrArn: string): boolean {
  // Alarms shared by other accounts are not in this world.
  const accountId = parseArn(nameOrArn)?.accountId;
  if (accountId !== undefined && accountId !== context.accountId) return true;
  return [metricAlarmType, compositeAlarmType].some((type) => context.find(type, nameOrArn) !== undefined);
}

/** Whether what is left of a rule, once its states are taken as true, still reads as a boolean expression. */
function isExpression(rule: string): boolean {
  // Its list of alarms is not read.
  if (/\bAT_LEAST\s*\(/.test(rule)) return true;
  let text = rule.replaceAll(state, " TRUE ");
  for (let before = ""; before !== text; ) {
    before = text;
    text = text
      .replaceAll(/\bNOT\s+(?:TRUE|FALSE)\b/g, "TRUE")
      .replaceAll(/\b(?:TRUE|FALSE)\s+(?:AND|OR)\s+(?:TRUE|FALSE)\b/g, "TRUE")
      .replaceAll(/\(\s*(?:TRUE|FALSE)\s*\)/g, " TRUE ");
  }
  return /^\s*(?:TRUE|FALSE)\s*$/.test(text);
}

export const compositeAlarm = defineResource({
  type: compositeAlarmType,
  defaults: { actionsEnabled: true },
  comparisons: { alarmActions: "set", okActions: "set", insufficientDataActions: "set" },
  name: { property: "alarmName", autoName: false },
  rules: [legalRule, childrenExist, actionsRule("cloudwatch/composite-alarm-actions")],
  create: (context) => {
    const name = context.text("alarmName") ?? "";
    return { id: name, arn: context.arn("cloudwatch", `alarm:${name}`) };
  },
});
