import { type ArgumentProblem, assertNoProblems, regionFacts } from "@org/infra-naming";
import { type LogWriter, type LogWriterNeeds, logWriterNeeds } from "./log-writer";
import { dataProtection, type Profile } from "./profile";
import { regionProblems } from "./region-problems";

/** How long logs are kept, in days since they were written. */
export interface LogRetention {
  /** @default 30 */
  readonly infrequentAccessAfterDays?: number;
  /** At least 30 days after `infrequentAccessAfterDays`. @default 60 */
  readonly glacierAfterDays?: number;
  /** @default 365 */
  readonly expireAfterDays?: number;
  /** Days that an overwritten or deleted log can still be restored. @default 30 */
  readonly noncurrentDays?: number;
}

/** The plain arguments that decide what a `LogBucket` creates. */
export interface LogBucketPlanArgs {
  readonly writer: LogWriter;
  readonly region: string;
  readonly retention?: LogRetention;
  readonly profile?: Profile;
}

export interface LogBucketPlan extends LogWriterNeeds {
  readonly retention: Required<LogRetention>;
  readonly forceDestroy: boolean;
}

function writerProblems({ writer, region }: LogBucketPlanArgs): ArgumentProblem[] {
  if (writer.kind === "cloudfront" && regionFacts(region)?.optIn) {
    return [
      {
        argument: "region",
        rule: "must be a Region that CloudFront delivers standard logs (legacy) to, which opt-in Regions are not",
        value: region,
        remedy: "put the log bucket into a Region that is on by default, for example us-east-1",
      },
    ];
  }
  if (writer.kind === "alb" && writer.prefix !== undefined && !isFolder(writer.prefix)) {
    return [
      {
        argument: "writer.prefix",
        rule: 'must be a folder without slash at either end and without "AWSLogs", which Elastic Load Balancing adds',
        value: writer.prefix,
        remedy: "use for example load-balancer, or leave out prefix",
      },
    ];
  }
  return [];
}

/** Also refuses wildcards: the prefix becomes part of a policy's resource. */
function isFolder(prefix: string): boolean {
  return /^[\w!.'()-]+(\/[\w!.'()-]+)*$/.test(prefix) && !prefix.includes("AWSLogs");
}

/** [argument, lowest legal value, reason] in the order of a log's life. */
function retentionProblems(retention: Required<LogRetention>): ArgumentProblem[] {
  const { infrequentAccessAfterDays, glacierAfterDays } = retention;
  const lowest: readonly [keyof LogRetention, number, string][] = [
    ["infrequentAccessAfterDays", 30, "S3 moves no object to STANDARD_IA earlier"],
    ["glacierAfterDays", infrequentAccessAfterDays + 30, "S3 keeps an object 30 days in STANDARD_IA"],
    ["expireAfterDays", glacierAfterDays + 1, "an object expires after it was archived"],
    ["noncurrentDays", 1, "S3 counts in whole days"],
  ];
  return lowest
    .filter(([argument, days]) => !(Number.isInteger(retention[argument]) && retention[argument] >= days))
    .map(([argument, days, reason]) => ({
      argument: `retention.${argument}`,
      rule: `must be a whole number of days, at least ${days} (${reason})`,
      value: retention[argument],
      remedy: `use for example ${days}`,
    }));
}

/** @throws ArgumentError when CloudFront cannot deliver to the Region, the prefix is no folder, or S3 refuses the retention */
export function planLogBucket(name: string, args: LogBucketPlanArgs): LogBucketPlan {
  const retention = {
    infrequentAccessAfterDays: 30,
    glacierAfterDays: 60,
    expireAfterDays: 365,
    noncurrentDays: 30,
    ...args.retention,
  };
  assertNoProblems(`LogBucket "${name}"`, [
    ...regionProblems(args.region),
    ...writerProblems(args),
    ...retentionProblems(retention),
  ]);
  return {
    ...logWriterNeeds[args.writer.kind],
    retention,
    forceDestroy: dataProtection[args.profile ?? "production"].forceDestroy,
  };
}
