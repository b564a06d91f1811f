import { isUnknown } from "@org/offline-engine";
import type { PropertyMap } from "@org/offline-engine";
import { parseArn } from "../../arn";
import { oneOfRule } from "../../constraint-rules";
import { valueAt, valuesAt } from "../../property-path";
import type { PropertyPath } from "../../property-path";
import type { Refusal, Rule } from "../../rule";

const putAlarmPage =
  "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html";
const DAY = 86_400;
const WEEK = 7 * DAY;
const HOUR = 3_600;
const actionInputs = ["alarmActions", "okActions", "insufficientDataActions"];

function invalid(message: string, remedy?: string): Refusal {
  return { code: "ValidationError", message, ...(remedy === undefined ? {} : { remedy }) };
}

/** The rule that actions are ARNs, and not more than five to a state. */
export function actionsRule(id: string): Rule {
  return {
    id,
    source: "https://github.com/hashicorp/terraform/issues/19015",
    cause: "An alarm's actions are named by ARN, at most five for a state.",
    remedy: "Give the `arn` of the topic, not its name.",
    reads: [],
    refuse: ({ inputs }) => {
      for (const property of actionInputs) {
        const actions = valuesAt(inputs, `${property}[]`);
        if (actions.length > 5) {
          return invalid(
            `1 validation error detected: Value at '${property}' failed to satisfy constraint: Member must have length less than or equal to 5`,
          );
        }
        const bad = actions.find(({ value }) => typeof value === "string" && !isUnknown(value) && parseArn(value) === undefined);
        if (bad !== undefined) return invalid(`Invalid arn syntax: ${String(bad.value)}`);
      }
      return undefined;
    },
  };
}

const oneSource: Rule = {
  id: "cloudwatch/alarm-one-metric-source",
  source: putAlarmPage,
  cause: "An alarm watches one metric, a list of metric queries, or evaluation criteria.",
  remedy: "Give exactly one of metricName, metricQueries and evaluationCriteria.",
  reads: ["metricName", "metricQueries", "evaluationCriteria"],
  refuse: ({ inputs }) => {
    const given = ["metricName", "metricQueries", "evaluationCriteria"].filter((name) => isGiven(inputs, name));
    if (given.length === 1) return undefined;
    return invalid("Exactly one of MetricName, Metrics or EvaluationCriteria must be specified");
  },
};

const metricIsComplete: Rule = {
  id: "cloudwatch/alarm-metric-complete",
  source: putAlarmPage,
  cause: "An alarm on a single metric needs its namespace, period and statistic.",
  remedy: "Set namespace, period, and statistic or extendedStatistic.",
  reads: ["metricName", "namespace", "period", "statistic", "extendedStatistic"],
  refuse: ({ inputs }) => {
    if (!isGiven(inputs, "metricName")) return undefined;
    const missing = ["namespace", "period"].filter((name) => !isGiven(inputs, name));
    if (missing.length > 0) {
      return invalid(`The parameter ${missing.map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join(", ")} must be specified with MetricName`, `Set ${missing.join(" and ")}.`);
    }
    const statistics = ["statistic", "extendedStatistic"].filter((name) => isGiven(inputs, name));
    if (statistics.length === 1) return undefined;
    return invalid("Exactly one of Statistic and ExtendedStatistic must be specified with MetricName");
  },
};

const oneResult: Rule = {
  id: "cloudwatch/alarm-queries-return-one-series",
  source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html",
  cause: "An alarm watches one series: exactly one of its queries returns data.",
  remedy: "Set returnData: true on one query and leave it out of the others.",
  reads: ["metricQueries", "thresholdMetricId"],
  refuse: ({ inputs }) => {
    const queries = valuesAt(inputs, "metricQueries[]");
    // An anomaly alarm returns the metric and its band.
    if (queries.length === 0 || isGiven(inputs, "thresholdMetricId")) return undefined;
    const returning = queries.filter(({ value }) => isMap(value) && value["returnData"] === true);
    // Of a single query the data are returned without saying so.
    if (returning.length === 1 || (returning.length === 0 && queries.length === 1)) return undefined;
    return invalid("Exactly one element of the metrics list should return data.");
  },
};

const noSearch: Rule = {
  id: "cloudwatch/alarm-expression-is-no-search",
  source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html",
  cause: "SEARCH finds other series from day to day; an alarm needs a fixed one.",
  remedy: "Name the metrics in queries of their own.",
  reads: ["metricQueries"],
  refuse: ({ inputs }) => {
    const search = valuesAt(inputs, "metricQueries[].expression").some(
      ({ value }) => typeof value === "string" && /\bSEARCH\s*\(/.test(value),
    );
    return search ? invalid("SEARCH is not supported on Metric Alarms.") : undefined;
  },
};

const legalPeriod: Rule = {
  id: "cloudwatch/alarm-period",
  source: putAlarmPage,
  cause: "Periods are 10, 20 or 30 seconds, or whole minutes.",
  remedy: "Set period to 10, 20, 30 or a multiple of 60.",
  reads: ["period"],
  refuse: ({ inputs }) => {
    const period = inputs["period"];
    if (typeof period !== "number" || [10, 20, 30].includes(period) || (period > 0 && period % 60 === 0)) return undefined;
    return invalid("Period must be 10, 20, 30 or a multiple of 60");
  },
};

const windowFits: Rule = {
  id: "cloudwatch/alarm-window",
  source: putAlarmPage,
  cause: "An alarm looks back one day, or seven with a period of an hour or more.",
  remedy: "Lower period or evaluationPeriods.",
  reads: ["period", "evaluationPeriods"],
  refuse: ({ inputs }) => {
    const { period, evaluationPeriods } = inputs;
    if (typeof period !== "number" || typeof evaluationPeriods !== "number") return undefined;
    const max = period >= HOUR ? WEEK : DAY;
    if (period * evaluationPeriods <= max) return undefined;
    return invalid(`Metrics cannot be checked across more than ${max === DAY ? "a day" : "seven days"} (EvaluationPeriods * Period must be <= ${max}).`);
  },
};

const datapointsFit: Rule = {
  id: "cloudwatch/alarm-datapoints",
  source: putAlarmPage,
  cause: "Not more datapoints can be bad than are looked at.",
  remedy: "Set datapointsToAlarm to at most evaluationPeriods.",
  reads: ["datapointsToAlarm", "evaluationPeriods"],
  refuse: ({ inputs }) => {
    const { datapointsToAlarm, evaluationPeriods } = inputs;
    if (typeof datapointsToAlarm !== "number" || typeof evaluationPeriods !== "number") return undefined;
    if (datapointsToAlarm <= evaluationPeriods) return undefined;
    return invalid("DatapointsToAlarm must be less than or equal to EvaluationPeriods");
  },
};

function isGiven(inputs: PropertyMap, path: PropertyPath): boolean {
  const value = valueAt(inputs, path);
  return value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
}

function isMap(value: unknown): value is PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What CloudWatch refuses in a metric alarm. */
export const metricAlarmRules: readonly Rule[] = [
  oneSource,
  metricIsComplete,
  oneOfRule({
    id: "cloudwatch/alarm-comparison",
    source: putAlarmPage,
    path: "comparisonOperator",
    member: "comparisonOperator",
    code: "ValidationError",
    values: [
      "GreaterThanOrEqualToThreshold",
      "GreaterThanThreshold",
      "GreaterThanUpperThreshold",
      "LessThanLowerOrGreaterThanUpperThreshold",
      "LessThanLowerThreshold",
      "LessThanOrEqualToThreshold",
      "LessThanThreshold",
    ],
  }),
  oneOfRule({
    id: "cloudwatch/alarm-statistic",
    source: putAlarmPage,
    path: "statistic",
    member: "statistic",
    code: "ValidationError",
    values: ["Average", "Maximum", "Minimum", "SampleCount", "Sum"],
  }),
  oneOfRule({
    id: "cloudwatch/alarm-missing-data",
    source: putAlarmPage,
    path: "treatMissingData",
    member: "treatMissingData",
    code: "ValidationError",
    message: (value) => `Option ${String(value)} is not supported for TreatMissingData parameter. Supported options are [breaching, notBreaching, ignore, missing].`,
    values: ["breaching", "ignore", "missing", "notBreaching"],
  }),
  legalPeriod,
  windowFits,
  datapointsFit,
  oneResult,
  noSearch,
  actionsRule("cloudwatch/alarm-actions"),
];
