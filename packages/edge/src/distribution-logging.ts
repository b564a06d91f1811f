import { type ArgumentProblem, regionFacts } from "@org/infra-naming";
import type * as pulumi from "@pulumi/pulumi";
import { arnProblems } from "./edge-arn";

/** A bucket that CloudFront's standard logging (legacy) can write to: with ACLs, and with the grant that it needs. */
export interface CloudFrontLogBucket {
  /** For whose logs the bucket is: the compiler refuses another's. @default not said */
  readonly writerKind?: "cloudfront";
  /** The Region that the bucket is in: not an opt-in Region, to which CloudFront delivers no such logs. */
  readonly region: string;
  /** `<bucket>.s3.amazonaws.com`. */
  readonly domainName: pulumi.Input<string>;
  /** What must exist before CloudFront is told to log: it checks the bucket at once. @default nothing */
  readonly ready?: readonly pulumi.Resource[];
}

/** A bucket, in any Region, whose policy lets `delivery.logs.amazonaws.com` write CloudFront's logs. */
export interface DeliveredLogBucket {
  /** For whose logs the bucket is: the compiler refuses another's. @default not said */
  readonly writerKind?: "cloudfront-v2";
  /** ARN of the bucket. */
  readonly arn: pulumi.Input<string>;
  /** What must exist before the delivery. @default nothing */
  readonly ready?: readonly pulumi.Resource[];
}

/** Standard logging (legacy), the one that AWS Config and Security Hub look for. */
export interface LegacyLogging {
  readonly bucket: CloudFrontLogBucket;
  /**
   * What the names of the log files start with.
   * @default "cloudfront/"
   */
  readonly prefix?: string;
}

/** A bucket takes the logs, in folders by date. */
export interface BucketDestination {
  readonly kind: "bucket";
  readonly bucket: DeliveredLogBucket;
  /**
   * Folders below `AWSLogs/<account>/CloudFront/`; may hold {DistributionId}, {distributionid}, {yyyy}, {MM}, {dd}, {HH},
   * {accountid}. The name of the variable becomes that of the partition in hivePaths, and Glue wants lower case there.
   * @default "{DistributionId}/{yyyy}/{MM}/{dd}/{HH}", with {distributionid} in hivePaths
   */
  readonly path?: string;
  /**
   * Names the folders as Hive does, `year=2026/month=01`, so that Athena and Glue find partitions by themselves. The
   * account's folder is then `aws-account-id=<account>`.
   * @default false
   */
  readonly hivePaths?: boolean;
  /**
   * Athena reads Parquet fastest and cheapest; CloudWatch charges for the conversion by the gigabyte.
   * @default "json"
   */
  readonly format?: "json" | "plain" | "w3c" | "parquet";
}

/** A log group in us-east-1 takes the logs. */
export interface LogGroupDestination {
  readonly kind: "log-group";
  /** ARN of the log group, without `:*`. */
  readonly arn: pulumi.Input<string>;
  /** How each line is written. @default "json" */
  readonly format?: "json" | "plain";
}

/** A Firehose stream in us-east-1 takes the logs. */
export interface FirehoseDestination {
  readonly kind: "firehose";
  /** ARN of the stream. */
  readonly arn: pulumi.Input<string>;
  /** How each line is written. @default "json" */
  readonly format?: "json" | "plain" | "raw";
}

/** Standard logging (v2), by deliveries of CloudWatch Logs. */
export interface DeliveredLogging {
  /** Where the logs go. */
  readonly destination: BucketDestination | LogGroupDestination | FirehoseDestination;
  /**
   * The fields of each line, in this order. Once named, leaving them out again changes nothing: name those that you want.
   * @default those that AWS chooses
   *
   * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html
   */
  readonly fields?: readonly string[];
}

/** Where requests are logged: by either of CloudFront's standard loggings, or by both. */
export type DistributionLogging =
  | ({ readonly kind: "legacy" } & LegacyLogging)
  | ({ readonly kind: "v2" } & DeliveredLogging)
  | { readonly kind: "both"; readonly legacy: LegacyLogging; readonly v2: DeliveredLogging };

export function legacyLoggingOf(logging: DistributionLogging): LegacyLogging | undefined {
  if (logging.kind === "both") return logging.legacy;
  return logging.kind === "legacy" ? logging : undefined;
}

export function deliveredLoggingOf(logging: DistributionLogging): DeliveredLogging | undefined {
  if (logging.kind === "both") return logging.v2;
  return logging.kind === "v2" ? logging : undefined;
}

function legacyProblems({ bucket, prefix }: LegacyLogging, argument: string): ArgumentProblem[] {
  const problems: ArgumentProblem[] = [];
  if (regionFacts(bucket.region)?.optIn) {
    problems.push({
      argument: `${argument}.bucket.region`,
      rule: "must be a Region that CloudFront delivers standard logs (legacy) to, which opt-in Regions are not",
      value: bucket.region,
      remedy: 'use a log bucket in a Region that is on by default, for example us-east-1, or logging of kind "v2"',
    });
  }
  if (prefix?.startsWith("/")) {
    problems.push({
      argument: `${argument}.prefix`,
      rule: "must not start with a slash",
      value: prefix,
      remedy: "use for example cloudfront/",
    });
  }
  return problems;
}

const pathVariable = /\{(DistributionId|distributionid|yyyy|MM|dd|HH|accountid)\}/g;
const LONGEST_PATH = 256;

function isPath(path: string): boolean {
  return path !== "" && path.length <= LONGEST_PATH && !/[{}]/.test(path.replace(pathVariable, ""));
}

function bucketProblems({ path, hivePaths }: BucketDestination, argument: string): ArgumentProblem[] {
  const problems: ArgumentProblem[] = [];
  if (path !== undefined && !isPath(path)) {
    problems.push({
      argument: `${argument}.path`,
      rule:
        `must have 1 to ${LONGEST_PATH} characters, ` +
        "with no variables but {DistributionId}, {yyyy}, {MM}, {dd}, {HH}, {accountid}",
      value: path,
      remedy: "use for example {DistributionId}/{yyyy}/{MM}/{dd}",
    });
  }
  if (hivePaths && path?.includes("=")) {
    problems.push({
      argument: `${argument}.path`,
      rule: "must not name partitions itself together with hivePaths",
      value: path,
      remedy: "leave out hivePaths, or write {yyyy} for year={yyyy}",
    });
  }
  return problems;
}

function deliveredProblems({ destination, fields }: DeliveredLogging, argument: string): ArgumentProblem[] {
  const problems: ArgumentProblem[] = [];
  if (destination.kind === "bucket") problems.push(...bucketProblems(destination, `${argument}.destination`));
  if (destination.kind === "log-group") {
    problems.push(...arnProblems(`${argument}.destination.arn`, "logGroup", destination.arn));
  }
  if (destination.kind === "firehose") {
    problems.push(...arnProblems(`${argument}.destination.arn`, "deliveryStream", destination.arn));
  }
  if (fields && (fields.length === 0 || new Set(fields).size < fields.length)) {
    problems.push({
      argument: `${argument}.fields`,
      rule: "must hold at least one field, each once",
      value: fields,
      remedy: "use for example date, time, c-ip, cs-method, cs-uri-stem and sc-status, or leave it out",
    });
  }
  return problems;
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html */
export function loggingProblems(logging: DistributionLogging): ArgumentProblem[] {
  if (logging.kind === "legacy") return legacyProblems(logging, "logging");
  if (logging.kind === "v2") return deliveredProblems(logging, "logging");
  return [...legacyProblems(logging.legacy, "logging.legacy"), ...deliveredProblems(logging.v2, "logging.v2")];
}
