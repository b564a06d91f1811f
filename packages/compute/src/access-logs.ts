import type { ArgumentProblem } from "@org/infra-naming";
import type { Input, Resource } from "@pulumi/pulumi";

/** Where the load balancer writes one line for each request. */
export interface AccessLogs {
  /** Name of a bucket in the same region, encrypted with SSE-S3, whose policy lets ELB log delivery write. */
  readonly bucket: Input<string>;
  /** Folder in the bucket, without slashes at its ends. @default none */
  readonly prefix?: string;
  /** Resources that must exist first: AWS writes a test object at once, so the bucket's policy must be in force. @default none */
  readonly ready?: readonly Resource[];
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
