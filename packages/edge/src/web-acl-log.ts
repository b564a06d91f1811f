import type { ArgumentProblem } from "@org/infra-naming";
import type * as wafv2 from "@pulumi/aws/wafv2";
import type * as pulumi from "@pulumi/pulumi";
import { arnProblems } from "./edge-arn";
import { retentionProblems } from "./log-retention";
import { logRetentionInDays, type Profile } from "./profile";

/** A bucket that WAF can write its log to: named `aws-waf-logs-...`, with a policy that lets log delivery write. */
export interface WafLogBucket {
  /** For whose logs the bucket is: the compiler refuses another's. @default not said */
  readonly writerKind?: "waf";
  /** ARN of the bucket. */
  readonly arn: pulumi.Input<string>;
  /** What must exist before WAF is told to log: it checks the bucket at once. @default nothing */
  readonly ready?: readonly pulumi.Resource[];
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
  /** The same, wherever else WAF keeps requests; absent when nothing is redacted. */
  readonly dataProtectionConfig?: wafv2.WebAclArgs["dataProtectionConfig"];
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

/**
 * The log's own redaction leaves the samples of requests as they are, which everybody may see who may read the web ACL.
 * https://docs.aws.amazon.com/waf/latest/developerguide/data-protection-masking.html
 */
function dataProtection(headers: readonly string[], queryString: boolean): Pick<WebAclLogPlan, "dataProtectionConfig"> {
  const fields = [
    ...(headers.length > 0 ? [{ fieldType: "SINGLE_HEADER", fieldKeys: [...headers] }] : []),
    ...(queryString ? [{ fieldType: "QUERY_STRING" }] : []),
  ];
  if (fields.length === 0) return {};
  return { dataProtectionConfig: { dataProtections: fields.map((field) => ({ action: "SUBSTITUTION", field })) } };
}

export function planWebAclLog(args: WebAclLogArgs): WebAclLogPlan {
  const retentionInDays = args.retentionInDays ?? logRetentionInDays[args.profile ?? "production"];
  const { redactedHeaders = credentials, redactQueryString = false } = args;
  const headers = [...new Set(redactedHeaders.map((name) => name.toLowerCase()))].sort();
  return {
    ...(args.logBucket === undefined && { logGroup: { retentionInDays } }),
    redactedFields: [
      ...headers.map((name) => ({ singleHeader: { name } })),
      ...(redactQueryString ? [{ queryString: {} }] : []),
    ],
    ...dataProtection(headers, redactQueryString),
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
