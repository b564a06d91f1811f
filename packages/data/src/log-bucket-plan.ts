import { type ArgumentProblem, assertNoProblems, regionFacts } from "@org/infra-naming";
import { type LogBucketSettings, mergedSettings, writerConflicts } from "./log-bucket-settings";
import { completeRetention, type LogRetention, retentionProblems } from "./log-retention";
import type { LogWriter } from "./log-writer";
import { dataProtection, type Profile } from "./profile";
import { regionProblems } from "./region-problems";

/** The plain arguments that decide what a `LogBucket` creates. */
export interface LogBucketPlanArgs {
  readonly writer?: LogWriter;
  readonly writers?: readonly LogWriter[];
  readonly region: string;
  readonly retention?: LogRetention;
  /** Where the bucket's own access logs go, as far as it is known before anything exists. */
  readonly accessLogs?: { readonly region: string };
  readonly profile?: Profile;
}

export interface LogBucketPlan extends LogBucketSettings {
  readonly writers: readonly LogWriter[];
  readonly retention: Required<LogRetention>;
  readonly forceDestroy: boolean;
}

/** Also refuses wildcards: the prefix becomes part of a policy's resource. */
function isFolder(prefix: string): boolean {
  return /^[\w!.'()-]+(\/[\w!.'()-]+)*$/.test(prefix) && !prefix.includes("AWSLogs");
}

function writerProblems(argument: string, writer: LogWriter, region: string): ArgumentProblem[] {
  if (writer.kind === "cloudfront" && regionFacts(region)?.optIn) {
    return [
      {
        argument: "region",
        rule: "must be a Region that CloudFront delivers standard logs (legacy) to, which opt-in Regions are not",
        value: region,
        remedy: 'use a writer of kind "cloudfront-v2", or a Region that is on by default, for example us-east-1',
      },
    ];
  }
  if ("prefix" in writer && writer.prefix !== undefined && !isFolder(writer.prefix)) {
    return [
      {
        argument: `${argument}.prefix`,
        rule: 'must be a folder without slash at either end and without "AWSLogs", which AWS adds',
        value: writer.prefix,
        remedy: "use for example load-balancer, or leave out prefix",
      },
    ];
  }
  return [];
}

function numberProblems({ writer, writers }: LogBucketPlanArgs): ArgumentProblem[] {
  if ((writer === undefined) !== (writers === undefined) && writers?.length !== 0) return [];
  return [
    {
      argument: "writers",
      rule: "must name at least one writer, and not beside writer",
      value: writers,
      remedy: 'use for example writer: { kind: "alb" }',
    },
  ];
}

function accessLogProblems({ accessLogs, region }: LogBucketPlanArgs, writers: readonly LogWriter[]): ArgumentProblem[] {
  if (accessLogs === undefined) return [];
  if (writers.some(({ kind }) => kind === "s3-server")) {
    return [
      {
        argument: "accessLogs",
        rule: "must be left out for a bucket that receives access logs: each log delivered would be logged itself, without end",
        value: "s3-server",
        remedy: "leave out accessLogs; Security Hub S3.9 is suppressed for the bucket at the end of the chain",
      },
    ];
  }
  if (accessLogs.region === region) return [];
  return [
    {
      argument: "accessLogs",
      rule: `must be in ${region}: S3 writes access logs into buckets of the same Region only`,
      value: accessLogs.region,
      remedy: 'create a LogBucket with a writer of kind "s3-server" in the bucket\'s Region',
    },
  ];
}

/**
 * @throws ArgumentError when the writers cannot share a bucket, CloudFront cannot deliver to the Region, a prefix is no
 * folder, the access logs cannot be written, or S3 refuses the retention
 */
export function planLogBucket(name: string, args: LogBucketPlanArgs): LogBucketPlan {
  const writers = args.writers ?? (args.writer ? [args.writer] : []);
  const retention = completeRetention(args.retention);
  assertNoProblems(`LogBucket "${name}"`, [
    ...regionProblems(args.region),
    ...numberProblems(args),
    ...writers.flatMap((writer, index) => writerProblems(args.writer ? "writer" : `writers[${index}]`, writer, args.region)),
    ...writerConflicts(writers),
    ...accessLogProblems(args, writers),
    ...retentionProblems(retention),
  ]);
  return {
    ...mergedSettings(writers),
    writers,
    retention,
    forceDestroy: dataProtection[args.profile ?? "production"].forceDestroy,
  };
}
