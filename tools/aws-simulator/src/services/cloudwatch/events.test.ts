import type { PropertyMap } from "@org/offline-engine";
import { refusalOf, SimulatedAccount } from "../../simulated-account.fixture";
import { patternFault } from "./event-pattern";

const BUS = "aws:cloudwatch/eventBus:EventBus";
const RULE = "aws:cloudwatch/eventRule:EventRule";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";

const eventPattern = JSON.stringify({
  source: ["aws.s3"],
  "detail-type": ["Object Created"],
  detail: { bucket: { name: ["logs"] }, object: { key: [{ prefix: "AWSLogs/" }] } },
});
const logGroupArn = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/events/created";

describe("an event rule", () => {
  it("lives on the default bus unless told otherwise", () => {
    const account = new SimulatedAccount();
    expect(account.create(RULE, "created", { name: "created", eventPattern })).toMatchObject({
      id: "created",
      outputs: { arn: "arn:aws:events:us-east-1:123456789012:rule/created", eventBusName: "default", forceDestroy: false },
    });
    account.create(BUS, "orders", { name: "orders" });
    expect(account.create(RULE, "ordered", { name: "ordered", eventBusName: "orders", eventPattern })).toMatchObject({
      id: "orders/ordered",
      outputs: { arn: "arn:aws:events:us-east-1:123456789012:rule/orders/ordered" },
    });
  });

  it.each<[string, PropertyMap, string, string, string]>([
    ["neither pattern nor schedule", {}, "cloudwatch/event-rule-pattern-or-schedule", "ValidationException", "Parameter(s) EventPattern or ScheduleExpression must be specified."],
    ["a pattern that is not JSON", { eventPattern: "source = aws.s3" }, "cloudwatch/event-rule-pattern", "InvalidEventPatternException", "Event pattern is not valid. Reason: Filter is not an object"],
    ["a pattern with a plain value", { eventPattern: '{"source":"aws.s3"}' }, "cloudwatch/event-rule-pattern", "InvalidEventPatternException", 'Event pattern is not valid. Reason: "source" must be an object or an array'],
    ["a schedule in the wrong number", { scheduleExpression: "rate(1 minutes)" }, "cloudwatch/event-rule-schedule", "ValidationException", "Parameter ScheduleExpression is not valid."],
    ["a cron of five fields", { scheduleExpression: "cron(0 12 * * *)" }, "cloudwatch/event-rule-schedule", "ValidationException", "Parameter ScheduleExpression is not valid."],
    ["a bus that does not exist", { eventPattern, eventBusName: "orders" }, "cloudwatch/event-rule-bus-exists", "ResourceNotFoundException", "Event bus orders does not exist."],
    [
      "a state that does not exist",
      { eventPattern, state: "ON" },
      "cloudwatch/event-rule-state",
      "ValidationException",
      "1 validation error detected: Value 'ON' at 'state' failed to satisfy constraint: Member must satisfy enum value set: [ENABLED, DISABLED, ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS]",
    ],
  ])("is refused with %s", (_case, inputs, rule, code, message) => {
    expect(refusalOf(() => new SimulatedAccount().create(RULE, "r", inputs))).toMatchObject({ rule, code, message });
  });

  it.each(["rate(1 minute)", "rate(5 minutes)", "rate(1 day)", "cron(0 12 * * ? *)"])("takes the schedule %s", (scheduleExpression) => {
    expect(new SimulatedAccount().create(RULE, "r", { scheduleExpression }).outputs).toMatchObject({ scheduleExpression });
  });

  it("is scheduled on the default bus only", () => {
    const account = new SimulatedAccount();
    account.create(BUS, "orders", { name: "orders" });
    expect(refusalOf(() => account.create(RULE, "r", { eventBusName: "orders", scheduleExpression: "rate(1 day)" }))).toMatchObject({
      rule: "cloudwatch/event-rule-schedule-on-default-bus",
      code: "ValidationException",
      message: "ScheduleExpression is supported only on the default event bus.",
    });
  });

  it("is not deleted while it has targets, unless forced", () => {
    const account = new SimulatedAccount();
    const rule = account.create(RULE, "r", { name: "r", eventPattern });
    const target = account.create(TARGET, "t", { rule: "r", targetId: "t", arn: logGroupArn });
    expect(refusalOf(() => account.delete(rule))).toMatchObject({
      rule: "cloudwatch/event-rule-has-targets",
      code: "ValidationException",
      message: "Rule can't be deleted since it has targets.",
    });
    account.delete(target);
    account.delete(rule);
    expect(account.read(rule)).toBeUndefined();
  });
});

describe("an event pattern", () => {
  it.each([
    eventPattern,
    '{"detail":{"state":[{"anything-but":"ok"}],"count":[{"numeric":[">",0]}],"gone":[{"exists":false}]}}',
    '{"$or":[{"source":["a"]},{"detail":{"x":[null,true,1]}}]}',
  ])("takes %s", (pattern) => {
    expect(patternFault(pattern)).toBeUndefined();
  });

  it.each([
    ["[]", "Filter is not an object"],
    ["{}", "Empty patterns are not allowed"],
    ['{"detail":{}}', "Empty objects are not allowed"],
    ['{"source":[]}', "Empty arrays are not allowed"],
    ['{"source":[["a"]]}', "Match value must be String, number, true, false, or null"],
    ['{"source":[{"begins":"a"}]}', "Unrecognized match type begins"],
    ['{"$or":[{"source":["a"]}]}', "$or must be a list of at least two objects"],
  ])("refuses %s: %s", (pattern, fault) => {
    expect(patternFault(pattern)).toBe(fault);
  });
});

describe("an event target", () => {
  it("is named after its rule, and gets an id when it has none", () => {
    const account = new SimulatedAccount();
    account.create(RULE, "r", { name: "r", eventPattern });
    expect(account.create(TARGET, "t", { rule: "r", targetId: "logs", arn: logGroupArn }).id).toBe("r-logs");
    expect(account.create(TARGET, "u", { rule: "r", arn: logGroupArn }).outputs["targetId"]).toMatch(/^terraform-\d{26}$/);
  });

  it("lets a log group without a resource policy pass, as AWS does", () => {
    const account = new SimulatedAccount();
    account.create(RULE, "r", { name: "r", eventPattern });
    account.create("aws:cloudwatch/logGroup:LogGroup", "g", { name: "/aws/events/created" });
    expect(account.create(TARGET, "t", { rule: "r", targetId: "logs", arn: logGroupArn }).outputs["arn"]).toBe(logGroupArn);
  });

  it.each<[string, PropertyMap, string, string, string]>([
    ["a rule that does not exist", { rule: "gone" }, "cloudwatch/event-target-rule-exists", "ResourceNotFoundException", "Rule gone does not exist on EventBus default."],
    ["a bus that does not exist", { eventBusName: "orders" }, "cloudwatch/event-target-bus-exists", "ResourceNotFoundException", "Event bus orders does not exist."],
    ["a name instead of an ARN", { arn: "/app" }, "cloudwatch/event-target-is-arn", "ValidationException", "Parameter /app is not valid. Reason: Provided Arn is not in correct format."],
    ["a role for a log group", { roleArn: "arn:aws:iam::123456789012:role/events" }, "cloudwatch/event-target-log-group-takes-no-role", "ValidationException", `RoleArn is not supported for target ${logGroupArn}.`],
    ["186 retries", { retryPolicy: { maximumRetryAttempts: 186 } }, "cloudwatch/event-target-retry-attempts", "ValidationException", "1 validation error detected: Value '186' at 'targets.1.member.retryPolicy.maximumRetryAttempts' failed to satisfy constraint: Member must have value less than or equal to 185"],
    ["an event age of 59 seconds", { retryPolicy: { maximumEventAgeInSeconds: 59 } }, "cloudwatch/event-target-event-age", "ValidationException", "1 validation error detected: Value '59' at 'targets.1.member.retryPolicy.maximumEventAgeInSeconds' failed to satisfy constraint: Member must have value greater than or equal to 60"],
  ])("is refused with %s", (_case, inputs, rule, code, message) => {
    const account = new SimulatedAccount();
    account.create(RULE, "r", { name: "r", eventPattern });
    expect(refusalOf(() => account.create(TARGET, "t", { rule: "r", arn: logGroupArn, ...inputs }))).toMatchObject({ rule, code, message });
  });

  it("is refused as the sixth of a rule", () => {
    const account = new SimulatedAccount();
    account.create(RULE, "r", { name: "r", eventPattern });
    for (let index = 0; index < 5; index++) account.create(TARGET, `t${index}`, { rule: "r", targetId: `t${index}`, arn: logGroupArn });
    expect(refusalOf(() => account.create(TARGET, "t5", { rule: "r", targetId: "t5", arn: logGroupArn }))).toMatchObject({
      rule: "cloudwatch/event-target-per-rule",
      code: "LimitExceededException",
      message: "The requested resource exceeds the maximum number allowed.",
    });
  });
});

describe("an event bus", () => {
  it("is refused under a name that is taken", () => {
    const account = new SimulatedAccount();
    account.create(BUS, "a", { name: "orders" });
    expect(refusalOf(() => account.create(BUS, "b", { name: "orders" }))).toMatchObject({
      rule: "cloudwatch/event-bus-name-free",
      code: "ResourceAlreadyExistsException",
      message: "Event bus orders already exists.",
    });
  });
});
