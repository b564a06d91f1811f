import type { PropertyMap } from "@org/offline-engine";
import { oneOfRule } from "../../constraint-rules";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Refusal, Rule } from "../../rule";
import type { WorldObject } from "../../world-object";
import { eventBusType } from "./event-bus";
import { patternFault } from "./event-pattern";

export const eventRuleType = "aws:cloudwatch/eventRule:EventRule";
export const eventTargetType = "aws:cloudwatch/eventTarget:EventTarget";
export const DEFAULT_BUS = "default";

const putRulePage = "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html";

/** The bus's name, of a name or an ARN; the default bus when none is given. */
export function busName(bus: string | undefined): string {
  return bus === undefined || bus === "" ? DEFAULT_BUS : bus.replace(/^arn:.*:event-bus\//, "");
}

/** Id of a rule: its name, after the bus when that is not the default one. */
export function eventRuleId(bus: string | undefined, name: string): string {
  return busName(bus) === DEFAULT_BUS ? name : `${busName(bus)}/${name}`;
}

/** The rule that the event bus named exists; the default one always does. */
export function busExists(id: string): Rule {
  return {
    id,
    source: putRulePage,
    cause: "The event bus does not exist.",
    remedy: "Give the output `name` of an EventBus of the same region, or leave eventBusName out.",
    reads: ["eventBusName"],
    deploymentOnly: true,
    refuse: (context) => {
      const bus = context.text("eventBusName") ?? DEFAULT_BUS;
      const foreign = bus.startsWith("arn:") && !bus.includes(`:${context.accountId}:`);
      if (bus === DEFAULT_BUS || foreign || bus.startsWith("aws.partner/")) return undefined;
      if (busName(bus) === DEFAULT_BUS || context.find(eventBusType, bus) !== undefined) return undefined;
      return { code: "ResourceNotFoundException", message: `Event bus ${bus} does not exist.` };
    },
  };
}

const patternOrSchedule: Rule = {
  id: "cloudwatch/event-rule-pattern-or-schedule",
  source: putRulePage,
  cause: "A rule listens for events, runs on a schedule, or both.",
  remedy: "Set eventPattern or scheduleExpression.",
  reads: ["eventPattern", "scheduleExpression"],
  refuse: ({ inputs }) =>
    inputs["eventPattern"] === undefined && inputs["scheduleExpression"] === undefined
      ? { code: "ValidationException", message: "Parameter(s) EventPattern or ScheduleExpression must be specified." }
      : undefined,
};

const legalPattern: Rule = {
  id: "cloudwatch/event-rule-pattern",
  source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern.html",
  cause: "The event pattern is no JSON object whose fields are lists of values or objects.",
  remedy: 'Write it with JSON.stringify, for example { source: ["aws.s3"], "detail-type": ["Object Created"] }.',
  reads: ["eventPattern"],
  refuse: (context) => {
    const pattern = context.text("eventPattern");
    const fault = pattern === undefined ? undefined : patternFault(pattern);
    if (fault === undefined) return undefined;
    return { code: "InvalidEventPatternException", message: `Event pattern is not valid. Reason: ${fault}` };
  },
};

const legalSchedule: Rule = {
  id: "cloudwatch/event-rule-schedule",
  source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html",
  cause: "The schedule is neither cron(six fields) nor rate(value unit).",
  remedy: "Write for example rate(5 minutes), rate(1 hour) or cron(0 12 * * ? *).",
  reads: ["scheduleExpression"],
  refuse: (context) => {
    const schedule = context.text("scheduleExpression");
    if (schedule === undefined || schedule === "" || isSchedule(schedule)) return undefined;
    return { code: "ValidationException", message: "Parameter ScheduleExpression is not valid." };
  },
};

const scheduleOnDefaultBus: Rule = {
  id: "cloudwatch/event-rule-schedule-on-default-bus",
  source: putRulePage,
  cause: "Scheduled rules live on the default event bus.",
  remedy: "Leave eventBusName out for a scheduled rule.",
  reads: ["scheduleExpression", "eventBusName"],
  refuse: (context) => {
    if ((context.text("scheduleExpression") ?? "") === "" || busName(context.text("eventBusName")) === DEFAULT_BUS) return undefined;
    return { code: "ValidationException", message: "ScheduleExpression is supported only on the default event bus." };
  },
};

function isSchedule(text: string): boolean {
  if (/^rate\(1 (?:minute|hour|day)\)$/.test(text)) return true;
  if (/^rate\((?!0|1 )\d+ (?:minutes|hours|days)\)$/.test(text)) return true;
  const cron = /^cron\((.*)\)$/.exec(text)?.[1];
  return cron !== undefined && cron.trim().split(/\s+/).length === 6;
}

/** Whether a rule and a target, or two targets, are of one bus. */
export function sameBus(one: PropertyMap, other: PropertyMap): boolean {
  const [first, second] = [one, other].map(({ eventBusName }) => busName(typeof eventBusName === "string" ? eventBusName : undefined));
  return first === second;
}

function hasTargets(object: WorldObject, context: ResourceContext): Refusal | undefined {
  if (object.inputs["forceDestroy"] === true) return undefined;
  const targets = context.referrers(eventTargetType, object).filter(({ outputs }) => sameBus(outputs, object.outputs));
  if (targets.length === 0) return undefined;
  return { code: "ValidationException", message: "Rule can't be deleted since it has targets." };
}

export const eventRule = defineResource({
  type: eventRuleType,
  defaults: { eventBusName: DEFAULT_BUS, forceDestroy: false },
  comparisons: { eventPattern: "json" },
  // PutRule answers a taken name by changing the rule that has it.
  name: {},
  rules: [
    busExists("cloudwatch/event-rule-bus-exists"),
    patternOrSchedule,
    legalPattern,
    legalSchedule,
    scheduleOnDefaultBus,
    oneOfRule({
      id: "cloudwatch/event-rule-state",
      source: putRulePage,
      path: "state",
      member: "state",
      values: ["ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"],
    }),
  ],
  deleteRules: [
    {
      id: "cloudwatch/event-rule-has-targets",
      source: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteRule.html",
      cause: "Targets are removed before their rule.",
      remedy: "Delete the targets first, or set forceDestroy.",
      refuse: hasTargets,
    },
  ],
  create: (context) => {
    const { name, outputs } = physicalName(context);
    const id = eventRuleId(context.text("eventBusName"), name);
    return { id, arn: context.arn("events", `rule/${id}`), outputs };
  },
});
