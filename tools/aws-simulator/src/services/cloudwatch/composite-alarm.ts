import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { actionsRule } from "./alarm-rules";

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

/** Whether what is left of a rule, once its states are taken as true, still reads as a boolean expression. */
function isExpression(rule: string): boolean {
  // Its list of alarms is not read.
  if (/\bAT_LEAST\s*\(/.test(rule)) return true;
  let text = rule.replaceAll(/\b(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?:"[^"]*"|'[^']*'|[^()"']+)\s*\)/g, " TRUE ");
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
  type: "aws:cloudwatch/compositeAlarm:CompositeAlarm",
  defaults: { actionsEnabled: true },
  comparisons: { alarmActions: "set", okActions: "set", insufficientDataActions: "set" },
  name: { property: "alarmName", autoName: false },
  rules: [legalRule, actionsRule("cloudwatch/composite-alarm-actions")],
  create: (context) => {
    const name = context.text("alarmName") ?? "";
    return { id: name, arn: context.arn("cloudwatch", `alarm:${name}`) };
  },
});
