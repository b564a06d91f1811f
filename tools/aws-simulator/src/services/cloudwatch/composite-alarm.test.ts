import { refusalOf, SimulatedAccount } from "../../simulated-account.fixture";

const COMPOSITE = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
const METRIC = "aws:cloudwatch/metricAlarm:MetricAlarm";
const watch = {
  comparisonOperator: "GreaterThanThreshold",
  evaluationPeriods: 1,
  threshold: 0,
  namespace: "AWS/Events",
  metricName: "FailedInvocations",
  period: 60,
  statistic: "Sum",
};

function accountWith(...names: string[]): SimulatedAccount {
  const account = new SimulatedAccount();
  for (const name of names) account.create(METRIC, name, { ...watch, name });
  return account;
}
const compose = (account: SimulatedAccount, alarmRule: string, more = {}) =>
  account.create(COMPOSITE, "all", { alarmName: "all", alarmRule, ...more });

describe("a composite alarm", () => {
  it("has its name as id, and acts unless it is told not to", () => {
    expect(compose(accountWith("a"), 'ALARM("a")')).toMatchObject({
      id: "all",
      outputs: { arn: "arn:aws:cloudwatch:us-east-1:123456789012:alarm:all", actionsEnabled: true },
    });
  });

  it.each([
    'ALARM("a") OR ALARM("b")',
    "ALARM(a) AND NOT OK('b')",
    "(INSUFFICIENT_DATA(a) OR FALSE) AND TRUE",
    "ALARM(arn:aws:cloudwatch:us-east-1:123456789012:alarm:a)",
    "ALARM(arn:aws:cloudwatch:us-east-1:210987654321:alarm:theirs)",
    'ALARM("with \\"quotes")',
  ])("takes the rule %s over alarms that there are", (rule) => {
    expect(compose(accountWith("a", "b", 'with "quotes'), rule).id).toBe("all");
  });

  it("may be part of another one", () => {
    const account = accountWith("a");
    compose(account, "ALARM(a)");
    expect(account.create(COMPOSITE, "outer", { alarmName: "outer", alarmRule: "ALARM(all)" }).id).toBe("outer");
  });

  it("is refused over alarms that do not exist", () => {
    expect(refusalOf(() => compose(accountWith("a"), 'ALARM("a") OR ALARM("b") OR OK("c") OR ALARM("b")'))).toMatchObject({
      rule: "cloudwatch/composite-alarm-children-exist",
      code: "ValidationError",
      message: "Could not save the composite alarm as alarms [b, c] in the alarm rule do not exist",
    });
  });

  it("is refused over alarms of another region", () => {
    const account = accountWith();
    account.create(METRIC, "a", { ...watch, name: "a", region: "eu-west-1" });
    expect(refusalOf(() => compose(account, "ALARM(a)")).rule).toBe("cloudwatch/composite-alarm-children-exist");
    expect(compose(account, "ALARM(a)", { region: "eu-west-1" }).id).toBe("all");
  });

  it.each(["", "ALARM(a) XOR ALARM(a)", "ALARM(a) ALARM(a)", "NOT"])("is refused with %j, which is no rule", (rule) => {
    expect(refusalOf(() => compose(accountWith("a"), rule)).code).toBe("ValidationError");
  });
});
