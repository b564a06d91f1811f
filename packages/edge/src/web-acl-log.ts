import type { ArgumentProblem } from "@org/infra-naming";
import type * as wafv2 from "@pulumi/aws/wafv2";
import type * as pulumi from "@pulumi/pulumi";
import { arnProblems } from "./edge-arn";
import { retentionProblems } from "./log-retention";
import { logRetentionInDays, type Profile } from "./profile";

/** A bucket that WAF can write its log to: named `aws-waf-logs-...`, with a policy that lets log delivery write. */
export interface WafLogBucket {
  readonly writerKind: "waf";
  readonly arn: pulumi.Input<string>;
  /** What must exist before WAF is told to log: it checks the bucket at once. */
  readonly ready: readonly pulumi.Resource[];
}

/** How the requests that a web ACL looks at are logged. */
export interface WebAclLogArgs {
  readonly loggedRequests?: "all" | "matched";
  readonly redactedHeaders?: readonly string[];
  readonly redactQueryString?: boolean;
  readonly logBucket?: WafLogBucket;
  readonly retentionInDays?: number;
  readonly logKmsKeyArn?: pulumi.Input<string>;
  readonly profile?: Profile;
}

export interface WebAclLogPlan {
  /** Absent when a bucket takes the log. */
  readonly logGroup?: { readonly retentionInDays: number };
  /** What is left out of every line. */
  readonly redactedFields: NonNullable<wafv2.WebAclLoggingConfigurationArgs["redactedFields"]>;
  /** Absent when every request is logged. */
  readonly loggingFilter?: wafv2.WebAclLoggingConfigurationArgs["loggingFilter"];
}

/** What could be used to log in as somebody else. */
const credentials = ["authorization", "cookie"];

/** Everything but a plain ALLOW: what a rule did something with, or would have done. */
const matchedActions = ["BLOCK", "COUNT", "EXCLUDED_AS_COUNT", "CAPTCHA", "CHALLENGE"];

const matchedOnly = {
  defaultBehavior: "DROP",
  filters: [
    {
      behavior: "KEEP",
      requirement: "MEETS_ANY",
      conditions: matchedActions.map((action) => ({ actionCondition: { action } })),
    },
  ],
};

export function planWebAclLog(args: WebAclLogArgs): WebAclLogPlan {
  const retentionInDays = args.retentionInDays ?? logRetentionInDays[args.profile ?? "production"];
  return {
    ...(args.logBucket === undefined && { logGroup: { retentionInDays } }),
    redactedFields: [
      ...(args.redactedHeaders ?? credentials).map((name) => ({ singleHeader: { name: name.toLowerCase() } })),
      ...(args.redactQueryString ? [{ queryString: {} }] : []),
    ],
    ...(args.loggedRequests === "matched" && { loggingFilter: matchedOnly }),
  };
}

/** https://docs.aws.amazon.com/waf/latest/developerguide/logging-destinations.html */
export function webAclLogProblems(args: WebAclLogArgs): ArgumentProblem[] {
  const problems: ArgumentProblem[] = (args.redactedHeaders ?? [])
    .filter((name) => !/^[\w-]{1,64}$/.test(name))
    .map((value) => ({
      argument: "redactedHeaders",
      rule: "must hold names of headers, of at most 64 characters",
      value,
      remedy: "use for example x-api-key",
    }));
  if (args.retentionInDays !== undefined) problems.push(...retentionProblems(args.retentionInDays));
  if (args.logKmsKeyArn !== undefined) problems.push(...arnProblems("logKmsKeyArn", "key", args.logKmsKeyArn));
  if (args.logBucket === undefined) return problems;

  problems.push(...arnProblems("logBucket.arn", "wafLogBucket", args.logBucket.arn));
  for (const argument of ["retentionInDays", "logKmsKeyArn"] as const) {
    if (args[argument] === undefined) continue;
    problems.push({
      argument,
      rule: "must not be given with logBucket, as there is no log group then",
      value: args[argument],
      remedy: "set the retention and the key of the bucket instead",
    });
  }
  return problems;
}
