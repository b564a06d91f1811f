import type { ArgumentProblem } from "@org/infra-naming";
import type { Input, Resource } from "@pulumi/pulumi";

/**
 * A bucket for access logs, a `LogBucket` of `@org/infra-data` for one: in the load balancer's region, encrypted with
 * SSE-S3, with a policy that lets ELB log delivery write.
 */
export interface AccessLogBucket {
  /** For whose logs the bucket is: the compiler refuses another's. @default not said */
  readonly writerKind?: "alb";
  /** Name of the bucket. */
  readonly bucketName: Input<string>;
  /** What must exist before the load balancer logs, the bucket's policy: AWS writes a test object at once. @default nothing */
  readonly ready?: readonly Resource[];
}

/** Where the load balancer writes one line for each request. */
export interface AccessLogs {
  /** Where the logs go. */
  readonly bucket: AccessLogBucket;
  /** Folder in the bucket, without slashes at its ends. @default none */
  readonly prefix?: string;
}

export function accessLogProblems(accessLogs: AccessLogs | "off"): ArgumentProblem[] {
  const prefix = accessLogs === "off" ? undefined : accessLogs.prefix;
  if (prefix === undefined) return [];
  if (prefix !== "" && !/^\/|\/$/.test(prefix) && !prefix.includes("AWSLogs")) return [];
  return [
    {
      argument: "accessLogs.prefix",
      rule: "must not be empty, start or end with /, or contain AWSLogs, which the load balancer adds itself",
      value: prefix,
      remedy: "use for example alb, or leave it out",
    },
  ];
}
