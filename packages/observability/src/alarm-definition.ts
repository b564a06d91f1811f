/** What is watched; each kind has its own alarms and its own dimensions. */
export type AlarmSubjectKind =
  | "loadBalancer"
  | "targetGroup"
  | "distribution"
  | "webAcl"
  | "fleet"
  | "table"
  | "tableIndex"
  | "backupVault"
  | "natGateway"
  | "regionalNatGateway"
  | "eventRule"
  | "deadLetterQueue"
  | "logGroup"
  | "accessLog"
  | "keyNotice"
  | "keyNoticeQueue";

/** One row of the catalogue: when something is wrong, and why the limit is where it is. */
export interface AlarmDefinition {
  /** Last part of the alarm's name, and the heading of its chapter in RUNBOOK.md. */
  readonly key: string;
  readonly namespace: string;
  readonly metricName: string;
  /** Names of the dimensions under which AWS publishes the metric, besides the one of `sumOver`. */
  readonly dimensions: readonly string[];
  /** Where AWS publishes the metric: in the subject's region, or in us-east-1 alone. */
  readonly region: "home" | "us-east-1";
  readonly statistic: "Average" | "Maximum" | "Minimum" | "Sum" | `p${number}`;
  /**
   * A dimension without which AWS does not publish the metric: the alarm adds up these values of it, at most ten, or those
   * of the availability zones that the subject brings with it.
   */
  readonly sumOver?: { readonly dimension: string; readonly values: readonly string[] | "availabilityZones" };
  /** Seconds that one data point covers. */
  readonly period: number;
  /** How many data points are looked at, and how many of them must be over the limit. */
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly comparison: "GreaterThanThreshold" | "LessThanThreshold";
  /** The limit in the metric's own unit, or the name of the limit that the subject brings with it. */
  readonly threshold: number | "minSize";
  /** What silence means: `breaching` where a healthy subject always reports, `notBreaching` where only trouble does. */
  readonly treatMissingData: "breaching" | "notBreaching";
  /** What has happened and why it matters, for whoever is woken up. */
  readonly meaning: string;
  /** Why the threshold and the time are what they are. */
  readonly reason: string;
  /** Whether users notice at once; such alarms make up the composite alarm. */
  readonly affectsUsers: boolean;
  /** Metrics that have to be bought first; without them the alarm is left out. */
  readonly needs?: "additionalMetrics";
}

/** Seconds. */
export const minute = 60;
/** Seconds. */
export const hour = 3_600;
