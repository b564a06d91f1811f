import type { PropertyMap } from "@org/offline-engine";
import { refusalOf, SimulatedAccount, UNKNOWN } from "../../simulated-account.fixture";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const COMPOSITE = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
const DASHBOARD = "aws:cloudwatch/dashboard:Dashboard";

const onMetric: PropertyMap = {
  name: "errors",
  comparisonOperator: "GreaterThanThreshold",
  evaluationPeriods: 5,
  metricName: "HTTPCode_ELB_5XX_Count",
  namespace: "AWS/ApplicationELB",
  period: 60,
  statistic: "Sum",
  threshold: 1,
};
const onQueries: PropertyMap = {
  name: "ratio",
  comparisonOperator: "GreaterThanThreshold",
  evaluationPeriods: 1,
  threshold: 1,
  metricQueries: [
    { id: "ratio", expression: "errors / requests", returnData: true },
    { id: "errors", metric: { metricName: "Errors", namespace: "App", period: 60, stat: "Sum" } },
  ],
};

describe("a metric alarm", () => {
  it("has its name as id, and the provider's defaults", () => {
    expect(new SimulatedAccount().create(ALARM, "errors", onMetric)).toMatchObject({
      id: "errors",
      outputs: {
        arn: "arn:aws:cloudwatch:us-east-1:123456789012:alarm:errors",
        actionsEnabled: true,
        treatMissingData: "missing",
        evaluateLowSampleCountPercentiles: "",
      },
    });
    expect(new SimulatedAccount().create(ALARM, "ratio", onQueries).id).toBe("ratio");
  });

  it.each<[string, PropertyMap, string, string]>([
    ["no metric at all", { metricName: null }, "cloudwatch/alarm-one-metric-source", "Exactly one of MetricName, Metrics or EvaluationCriteria must be specified"],
    ["a metric and queries", { metricQueries: onQueries["metricQueries"] ?? [] }, "cloudwatch/alarm-one-metric-source", "Exactly one of MetricName, Metrics or EvaluationCriteria must be specified"],
    ["no period", { period: null }, "cloudwatch/alarm-metric-complete", "The parameter Period must be specified with MetricName"],
    ["no statistic", { statistic: null }, "cloudwatch/alarm-metric-complete", "Exactly one of Statistic and ExtendedStatistic must be specified with MetricName"],
    ["a period of 90 seconds", { period: 90 }, "cloudwatch/alarm-period", "Period must be 10, 20, 30 or a multiple of 60"],
    ["a window of more than a day", { period: 300, evaluationPeriods: 289 }, "cloudwatch/alarm-window", "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400)."],
    ["a window of more than a week", { period: 3600, evaluationPeriods: 169 }, "cloudwatch/alarm-window", "Metrics cannot be checked across more than seven days (EvaluationPeriods * Period must be <= 604800)."],
    ["more bad datapoints than datapoints", { datapointsToAlarm: 6 }, "cloudwatch/alarm-datapoints", "DatapointsToAlarm must be less than or equal to EvaluationPeriods"],
    ["an action that is no ARN", { alarmActions: ["alerts"] }, "cloudwatch/alarm-actions", "Invalid arn syntax: alerts"],
    ["six actions", { okActions: ["a", "b", "c", "d", "e", "f"].map((name) => `arn:aws:sns:us-east-1:123456789012:${name}`) }, "cloudwatch/alarm-actions", "1 validation error detected: Value at 'okActions' failed to satisfy constraint: Member must have length less than or equal to 5"],
    ["a treatment of missing data that does not exist", { treatMissingData: "ok" }, "cloudwatch/alarm-missing-data", "Option ok is not supported for TreatMissingData parameter. Supported options are [breaching, notBreaching, ignore, missing]."],
    ["a statistic that does not exist", { statistic: "p99" }, "cloudwatch/alarm-statistic", "1 validation error detected: Value 'p99' at 'statistic' failed to satisfy constraint: Member must satisfy enum value set: [Average, Maximum, Minimum, SampleCount, Sum]"],
  ])("is refused with %s", (_case, change, rule, message) => {
    expect(refusalOf(() => new SimulatedAccount().create(ALARM, "errors", { ...onMetric, ...change }))).toMatchObject({ rule, code: "ValidationError", message });
  });

  it("is refused with a comparison that does not exist", () => {
    expect(refusalOf(() => new SimulatedAccount().create(ALARM, "errors", { ...onMetric, comparisonOperator: ">" })).rule).toBe("cloudwatch/alarm-comparison");
  });

  it("is refused when its queries return two series, or search", () => {
    const both = [{ id: "a", expression: "1", returnData: true }, { id: "b", expression: "2", returnData: true }];
    expect(refusalOf(() => new SimulatedAccount().create(ALARM, "ratio", { ...onQueries, metricQueries: both }))).toMatchObject({
      rule: "cloudwatch/alarm-queries-return-one-series",
      code: "ValidationError",
      message: "Exactly one element of the metrics list should return data.",
    });
    const search = [{ id: "a", expression: "SUM(SEARCH('{AWS/EC2} CPU', 'Sum', 60))", returnData: true }];
    expect(refusalOf(() => new SimulatedAccount().create(ALARM, "ratio", { ...onQueries, metricQueries: search }))).toMatchObject({
      rule: "cloudwatch/alarm-expression-is-no-search",
      message: "SEARCH is not supported on Metric Alarms.",
    });
  });

  it("waits in a preview for an action that is not known yet", () => {
    expect(new SimulatedAccount().preview(ALARM, "errors", { ...onMetric, alarmActions: [UNKNOWN] })).toMatchObject({ alarmActions: [UNKNOWN] });
  });
});

describe("a composite alarm", () => {
  it.each(['ALARM("a")', 'ALARM(a) OR (OK("b") AND NOT INSUFFICIENT_DATA(c))', "TRUE", "AT_LEAST(2, ALARM, (a, b, c))"])("takes the rule %s", (alarmRule) => {
    const account = new SimulatedAccount();
    for (const name of ["a", "b", "c"]) account.create(ALARM, name, { ...onMetric, name });
    expect(account.create(COMPOSITE, "all", { alarmName: "all", alarmRule }).outputs["arn"]).toBe(
      "arn:aws:cloudwatch:us-east-1:123456789012:alarm:all",
    );
  });

  it.each(["", "a", "ALARM(a", "ALARM(a) OR", "ALARM(a) XOR ALARM(b)"])("refuses the rule %j", (alarmRule) => {
    expect(refusalOf(() => new SimulatedAccount().create(COMPOSITE, "c", { alarmName: "c", alarmRule }))).toMatchObject({
      rule: "cloudwatch/composite-alarm-rule",
      code: "ValidationError",
    });
  });

  it("refuses an action that is no ARN", () => {
    const inputs = { alarmName: "c", alarmRule: "TRUE", alarmActions: ["alerts"] };
    expect(refusalOf(() => new SimulatedAccount().create(COMPOSITE, "c", inputs)).rule).toBe("cloudwatch/composite-alarm-actions");
  });
});

describe("a dashboard", () => {
  it("has an ARN without a region", () => {
    expect(new SimulatedAccount().create(DASHBOARD, "d", { dashboardName: "app", dashboardBody: '{"widgets":[]}' })).toMatchObject({
      id: "app",
      outputs: { dashboardArn: "arn:aws:cloudwatch::123456789012:dashboard/app" },
    });
  });

  it.each([
    ["{", "The field DashboardBody must be a valid JSON object"],
    ['{"widgets":{}}', 'The dashboard body is invalid, there are 1 validation errors: [ { "dataPath": "/widgets", "message": "Should be array" } ]'],
  ])("is refused with the body %s", (dashboardBody, message) => {
    expect(refusalOf(() => new SimulatedAccount().create(DASHBOARD, "d", { dashboardName: "app", dashboardBody }))).toMatchObject({
      rule: "cloudwatch/dashboard-body",
      code: "InvalidParameterInput",
      message,
    });
  });
});
