import type { ArgumentProblem } from "@org/infra-naming";
import { choiceProblems } from "./choice";
import type { Profile } from "./profile";

/** What is recorded: refused packets, accepted ones, or both. */
export type FlowLogTraffic = "REJECT" | "ACCEPT" | "ALL";

interface FlowLogDetail {
  /** Refused packets show scans and wrong rules at a fraction of the price of everything. @default "REJECT" */
  readonly traffic?: FlowLogTraffic;
  /** Over how many seconds a flow is summed up: 600, or 60 for more records. @default 600 */
  readonly aggregationSeconds?: 60 | 600;
}

/** Into a log group of CloudWatch, to be searched and alarmed on. */
export interface CloudWatchFlowLogs<Key = unknown> extends FlowLogDetail {
  readonly kind: "cloudwatch";
  /** In days, one of those that CloudWatch Logs takes. @default 365 in production, 14 in ephemeral */
  readonly retentionInDays?: number;
  /** Key that encrypts the log group; its policy lets `logs.<region>.amazonaws.com` use it. @default CloudWatch's own */
  readonly kmsKeyArn?: Key;
}

/** Into a bucket, as Parquet: half the price per gigabyte, for Athena. */
export interface S3FlowLogs<Bucket = unknown> extends FlowLogDetail {
  readonly kind: "s3";
  /** A bucket whose policy lets `delivery.logs.amazonaws.com` write. */
  readonly bucket: Bucket;
  /** In front of `AWSLogs/`, without slashes at either end. @default none */
  readonly prefix?: string;
  /** Whether folders are named `year=2026/`, and that of the account `aws-account-id=...`. @default false */
  readonly hivePartitions?: boolean;
  /** Whether there is a folder for each hour instead of each day, for queries of many records that know the hour. @default false */
  readonly hourlyPartitions?: boolean;
}

/** Where the flows of a network are recorded. */
export type FlowLogs<Key = unknown, Bucket = unknown> = { readonly kind: "none" } | CloudWatchFlowLogs<Key> | S3FlowLogs<Bucket>;

export interface FlowLogsArgs<Key = unknown, Bucket = unknown> {
  readonly flowLogs?: FlowLogs<Key, Bucket>;
  readonly profile: Profile;
}

/** With the defaults filled in. */
export type FlowLogsPlan<Key = unknown, Bucket = unknown> =
  | { readonly kind: "none" }
  | CloudWatchPlan<Key>
  | S3Plan<Bucket>;

export interface CloudWatchPlan<Key = unknown> extends Required<FlowLogDetail> {
  readonly kind: "cloudwatch";
  readonly retentionInDays: number;
  readonly kmsKeyArn?: Key;
}

export interface S3Plan<Bucket = unknown> extends Required<FlowLogDetail> {
  readonly kind: "s3";
  readonly bucket: Bucket;
  /** Behind the bucket's ARN: `/network`, or nothing. */
  readonly folder: string;
  readonly hivePartitions: boolean;
  readonly hourlyPartitions: boolean;
}

const DEFAULTS: Readonly<Record<Profile, { readonly kind: "cloudwatch" } | { readonly kind: "none" }>> = {
  production: { kind: "cloudwatch" },
  ephemeral: { kind: "none" },
};
const RETENTION_IN_DAYS: Readonly<Record<Profile, number>> = { production: 365, ephemeral: 14 };

/**
 * The days for which CloudWatch Logs can keep records. 0, which keeps and charges for ever, is left out.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
const RETENTIONS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

export function planFlowLogs<Key, Bucket>({ flowLogs, profile }: FlowLogsArgs<Key, Bucket>): FlowLogsPlan<Key, Bucket> {
  const asked: FlowLogs<Key, Bucket> = flowLogs ?? DEFAULTS[profile];
  if (asked.kind === "none") {
    return asked;
  }
  const { traffic = "REJECT", aggregationSeconds = 600 } = asked;
  if (asked.kind === "cloudwatch") {
    const { retentionInDays = RETENTION_IN_DAYS[profile] } = asked;
    return { ...asked, traffic, aggregationSeconds, retentionInDays };
  }
  const { bucket, prefix, hivePartitions = false, hourlyPartitions = false } = asked;
  const folder = prefix === undefined ? "" : `/${prefix}`;
  return { kind: "s3", bucket, traffic, aggregationSeconds, folder, hivePartitions, hourlyPartitions };
}

export function flowLogProblems({ flowLogs, profile }: FlowLogsArgs): ArgumentProblem[] {
  const plan = planFlowLogs({ flowLogs, profile });
  if (plan.kind === "none") {
    return [];
  }
  return [
    ...choiceProblems("flowLogs.traffic", plan.traffic, ["REJECT", "ACCEPT", "ALL"], { remedy: 'use "REJECT", which costs least' }),
    ...choiceProblems("flowLogs.aggregationSeconds", plan.aggregationSeconds, [60, 600], { remedy: "use 600" }),
    ...(plan.kind === "cloudwatch"
      ? choiceProblems("flowLogs.retentionInDays", plan.retentionInDays, RETENTIONS, { remedy: "use for example 365" })
      : folderProblems(plan.folder)),
  ];
}

function folderProblems(folder: string): ArgumentProblem[] {
  if (folder === "") {
    return [];
  }
  const prefix = folder.slice(1);
  if (prefix !== "" && !/^\/|\/$/.test(prefix) && !prefix.includes("AWSLogs")) {
    return [];
  }
  return [
    {
      argument: "flowLogs.prefix",
      rule: "must not be empty, start or end with /, or contain AWSLogs, which AWS adds itself",
      value: prefix,
      remedy: "use for example network, or leave it out",
    },
  ];
}
