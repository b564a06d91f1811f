import { parseArn } from "../../arn";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";
import { rangeRule } from "../../constraint-rules";
import { busExists, busName, DEFAULT_BUS, eventRuleId, eventRuleType, eventTargetType, sameBus } from "./event-rule";

const putTargetsPage = "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html";
const retryPage = "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RetryPolicy.html";
const TARGETS_PER_RULE = 5;

const ruleExists: Rule = {
  id: "cloudwatch/event-target-rule-exists",
  source: putTargetsPage,
  cause: "The rule does not exist on the event bus.",
  remedy: "Give the output `name` of an EventRule of the same bus and region.",
  reads: ["rule", "eventBusName"],
  deploymentOnly: true,
  refuse: (context) => {
    const bus = busName(context.text("eventBusName"));
    const rule = context.text("rule") ?? "";
    if (context.find(eventRuleType, eventRuleId(bus, rule)) !== undefined) return undefined;
    return { code: "ResourceNotFoundException", message: `Rule ${rule} does not exist on EventBus ${bus}.` };
  },
};

const targetIsArn: Rule = {
  id: "cloudwatch/event-target-is-arn",
  source: putTargetsPage,
  cause: "A target is named by its ARN.",
  remedy: "Give the `arn` of the target, not its name or URL.",
  reads: ["arn"],
  refuse: (context) => {
    const arn = context.text("arn");
    if (arn === undefined || parseArn(arn) !== undefined) return undefined;
    return {
      code: "ValidationException",
      message: `Parameter ${arn} is not valid. Reason: Provided Arn is not in correct format.`,
    };
  },
};

const noRoleForLogs: Rule = {
  id: "cloudwatch/event-target-log-group-takes-no-role",
  source: "https://github.com/terraform-aws-modules/terraform-aws-eventbridge/issues/136",
  cause: "EventBridge writes to log groups by their resource policy, never by a role.",
  remedy: "Leave roleArn out; let events.amazonaws.com and delivery.logs.amazonaws.com in by a log resource policy.",
  reads: ["arn", "roleArn"],
  refuse: (context) => {
    const arn = context.text("arn") ?? "";
    if (context.text("roleArn") === undefined || parseArn(arn)?.service !== "logs") return undefined;
    return { code: "ValidationException", message: `RoleArn is not supported for target ${arn}.` };
  },
};

const targetsPerRule: Rule = {
  id: "cloudwatch/event-target-per-rule",
  source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html",
  cause: "A rule has at most five targets.",
  remedy: "Make a second rule with the same pattern.",
  reads: ["rule", "eventBusName"],
  on: "create",
  deploymentOnly: true,
  refuse: (context) => {
    const others = siblings(context);
    if (others < TARGETS_PER_RULE) return undefined;
    return { code: "LimitExceededException", message: "The requested resource exceeds the maximum number allowed." };
  },
};

function siblings(context: ResourceContext): number {
  const rule = context.find(eventRuleType, eventRuleId(context.text("eventBusName"), context.text("rule") ?? ""));
  if (rule === undefined) return 0;
  return context
    .referrers(eventTargetType, rule)
    .filter(
      ({ outputs }) =>
        sameBus(outputs, context.inputs) && outputs["targetId"] !== context.inputs["targetId"],
    ).length;
}

export const eventTarget = defineResource({
  type: eventTargetType,
  defaults: { eventBusName: DEFAULT_BUS, forceDestroy: false },
  comparisons: { input: "json" },
  references: [{ path: "rule", to: eventRuleType, byName: true }],
  rules: [
    busExists("cloudwatch/event-target-bus-exists"),
    ruleExists,
    targetIsArn,
    noRoleForLogs,
    targetsPerRule,
    rangeRule({
      id: "cloudwatch/event-target-retry-attempts",
      source: retryPage,
      path: "retryPolicy.maximumRetryAttempts",
      member: "targets.1.member.retryPolicy.maximumRetryAttempts",
      min: 0,
      max: 185,
    }),
    rangeRule({
      id: "cloudwatch/event-target-event-age",
      source: retryPage,
      path: "retryPolicy.maximumEventAgeInSeconds",
      member: "targets.1.member.retryPolicy.maximumEventAgeInSeconds",
      min: 60,
      max: 86_400,
      // The provider leaves a zero out of the request.
      also: [0],
    }),
  ],
  create: (context) => {
    const targetId = context.text("targetId") ?? `terraform-${context.now.replaceAll(/\D/g, "")}${context.identifiers.digits(12)}`;
    const bus = context.text("eventBusName") ?? DEFAULT_BUS;
    const rule = context.text("rule") ?? "";
    return {
      id: bus === DEFAULT_BUS ? `${rule}-${targetId}` : `${bus}-${rule}-${targetId}`,
      outputs: { targetId },
    };
  },
});
