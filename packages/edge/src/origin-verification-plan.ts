import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import type * as pulumi from "@pulumi/pulumi";
import type { Profile } from "./profile";

/** Values that Secrets Manager draws, one for each version. */
export interface GeneratedValues {
  readonly kind: "generated";
  /** ARN of the customer managed KMS key that encrypts the values. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /**
   * Counts the values: raise it by one, and the next `up` draws a new value that CloudFront sends from then on, while the
   * origin takes the one before as well. Wait until CloudFront has deployed before you raise it again.
   * @default 1
   */
  readonly version?: number;
}

/** Values of your own: 16 to 128 characters without `*` and `?`, which a load balancer reads as wildcards. */
export interface GivenValues {
  readonly kind: "given";
  /** What CloudFront sends. */
  readonly current: pulumi.Input<string>;
  /** What CloudFront sent before, which the origin still takes. @default none */
  readonly previous?: pulumi.Input<string>;
}

/** The arguments that decide what an `OriginVerification` creates. */
export interface OriginVerificationPlanArgs {
  readonly source: GeneratedValues | GivenValues;
  readonly headerName?: string;
  readonly profile?: Profile;
}

export interface OriginVerificationPlan {
  readonly headerName: string;
  /** The versions to keep, oldest first; none when the values are given. */
  readonly versions: readonly number[];
  readonly recoveryWindowInDays: number;
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html */
const reservedHeaders = [
  ...["accept-encoding", "cache-control", "connection", "content-length", "cookie", "expect", "host", "if-match"],
  ...["if-modified-since", "if-none-match", "if-range", "if-unmodified-since", "max-forwards", "pragma"],
  ...["proxy-authenticate", "proxy-authorization", "proxy-connection", "range", "request-range", "te", "trailer"],
  ...["transfer-encoding", "upgrade", "via", "x-real-ip"],
];

function headerProblems(headerName: string): ArgumentProblem[] {
  // A load balancer drops headers with any other character, underscores too, and matches names of up to 40.
  const legal = /^[A-Za-z0-9-]{1,40}$/.test(headerName) && !/^x-(amz|edge)-/i.test(headerName);
  if (legal && !reservedHeaders.includes(headerName.toLowerCase())) return [];
  return [
    {
      argument: "headerName",
      rule: "must have 1 to 40 letters, digits and hyphens, and be none of the headers that CloudFront keeps for itself",
      value: headerName,
      remedy: "use for example x-origin-verify",
    },
  ];
}

/** What is wrong with a value that is known. The value itself is a secret, so only its length is told. */
export function valueProblems(argument: string, value: pulumi.Input<string> | undefined): ArgumentProblem[] {
  if (typeof value !== "string" || /^[^*?\s]{16,128}$/.test(value)) return [];
  return [
    {
      argument,
      rule: "must have 16 to 128 characters without *, ? and white space",
      value: `text of ${value.length} characters`,
      remedy: "draw 64 letters and digits at random",
    },
  ];
}

/** @throws ArgumentError for a header that would not arrive, or a value that is weak or matches too much */
export function planOriginVerification(name: string, args: OriginVerificationPlanArgs): OriginVerificationPlan {
  const { source, headerName = "x-origin-verify", profile = "production" } = args;
  const problems = headerProblems(headerName);
  let versions: number[] = [];
  if (source.kind === "given") {
    problems.push(
      ...valueProblems("source.current", source.current),
      ...valueProblems("source.previous", source.previous),
    );
  } else {
    const { version = 1 } = source;
    if (!Number.isInteger(version) || version < 1) {
      problems.push({
        argument: "source.version",
        rule: "must be a whole number from 1",
        value: version,
        remedy: "start with 1, and raise it by one to rotate the value",
      });
    }
    versions = version === 1 ? [1] : [version - 1, version];
  }
  assertNoProblems(`OriginVerification "${name}"`, problems);
  return { headerName, versions, recoveryWindowInDays: profile === "production" ? 30 : 0 };
}
