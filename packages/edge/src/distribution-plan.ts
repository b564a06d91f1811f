import { type ArgumentProblem, assertNoProblems, regionFacts } from "@org/infra-naming";
import type * as pulumi from "@pulumi/pulumi";
import { type CustomDomain, customDomainProblems } from "./custom-domain";
import { arnProblems } from "./edge-arn";
import {
  type CachePolicyName,
  cachePolicies,
  type OriginRequestPolicyName,
  originRequestPolicies,
  type ResponseHeadersPolicyName,
  responseHeadersPolicies,
} from "./managed-policies";

/** Where requests go that CloudFront does not answer itself: a public web server, such as a load balancer. */
export interface CustomOrigin {
  readonly kind: "custom";
  /** DNS name of the origin. */
  readonly domainName: pulumi.Input<string>;
  /** `https-only` needs a certificate for `domainName` at the origin; `http-only` crosses the internet unencrypted. */
  readonly protocol: "http-only" | "https-only";
  /**
   * 80, 443, or 1024 to 65535.
   * @default 80 for http-only, 443 for https-only
   */
  readonly port?: number;
}

/** The arguments that decide what a `Distribution` creates. */
export interface DistributionPlanArgs {
  readonly origin: CustomOrigin;
  readonly customDomain?: CustomDomain;
  readonly webAclArn: pulumi.Input<string>;
  readonly logging: { readonly bucket: { readonly region: string }; readonly prefix?: string };
  readonly cachePolicy?: CachePolicyName;
  readonly originRequestPolicy?: OriginRequestPolicyName;
  readonly responseHeadersPolicy?: ResponseHeadersPolicyName;
}

/** The plan, in the property names of `aws.cloudfront.Distribution`. */
export interface DistributionPlan {
  readonly ports: { readonly httpPort: number; readonly httpsPort: number };
  readonly policies: {
    readonly cachePolicyId: string;
    readonly originRequestPolicyId: string;
    readonly responseHeadersPolicyId: string;
  };
  readonly aliases: readonly string[];
  readonly logPrefix: string;
}

/** What is wrong with an origin whose domain name is known. */
export function originProblems({ protocol }: CustomOrigin, domainName: pulumi.Input<string>): ArgumentProblem[] {
  if (protocol !== "https-only" || typeof domainName !== "string") return [];
  if (!/\.elb\.amazonaws\.com(\.cn)?$/.test(domainName)) return [];
  return [
    {
      argument: "origin.domainName",
      rule: "must be a name that the origin's certificate can hold, which the DNS name of a load balancer is not",
      value: domainName,
      remedy: "pass a name of your own that points to the load balancer, or use http-only",
    },
  ];
}

function portProblems({ port }: CustomOrigin): ArgumentProblem[] {
  const legal = port === undefined || port === 80 || port === 443 || (port >= 1024 && port <= 65535);
  if (legal && (port === undefined || Number.isInteger(port))) return [];
  return [
    {
      argument: "origin.port",
      rule: "must be 80, 443 or a port from 1024 to 65535, which CloudFront connects to",
      value: port,
      remedy: "let the origin listen on one of these",
    },
  ];
}

function loggingProblems({ bucket, prefix }: DistributionPlanArgs["logging"]): ArgumentProblem[] {
  const problems: ArgumentProblem[] = [];
  if (regionFacts(bucket.region)?.optIn) {
    problems.push({
      argument: "logging.bucket.region",
      rule: "must be a Region that CloudFront delivers standard logs (legacy) to, which opt-in Regions are not",
      value: bucket.region,
      remedy: "use a log bucket in a Region that is on by default, for example us-east-1",
    });
  }
  if (prefix?.startsWith("/")) {
    problems.push({
      argument: "logging.prefix",
      rule: "must not start with a slash",
      value: prefix,
      remedy: "use for example cloudfront/",
    });
  }
  return problems;
}

/** @throws ArgumentError for every argument that CloudFront would refuse, or with which nothing would ever arrive */
export function planDistribution(name: string, args: DistributionPlanArgs): DistributionPlan {
  const { origin, customDomain, webAclArn, logging } = args;
  assertNoProblems(`Distribution "${name}"`, [
    ...originProblems(origin, origin.domainName),
    ...portProblems(origin),
    ...(customDomain ? customDomainProblems(customDomain) : []),
    ...arnProblems("webAclArn", "webAcl", webAclArn),
    ...loggingProblems(logging),
  ]);
  return {
    ports: {
      httpPort: origin.protocol === "http-only" ? (origin.port ?? 80) : 80,
      httpsPort: origin.protocol === "https-only" ? (origin.port ?? 443) : 443,
    },
    policies: {
      cachePolicyId: cachePolicies[args.cachePolicy ?? "CachingDisabled"],
      originRequestPolicyId: originRequestPolicies[args.originRequestPolicy ?? "AllViewer"],
      responseHeadersPolicyId: responseHeadersPolicies[args.responseHeadersPolicy ?? "SecurityHeadersPolicy"],
    },
    aliases: customDomain?.names ?? [],
    logPrefix: logging.prefix ?? "cloudfront/",
  };
}
