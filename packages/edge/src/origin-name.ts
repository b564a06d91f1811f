import type { ArgumentProblem } from "@org/infra-naming";
import type * as pulumi from "@pulumi/pulumi";
import type { CachePolicyName, OriginRequestPolicyName } from "./managed-policies";

/** What of a distribution decides which name its origin may have. */
export interface OriginRequest {
  readonly cachePolicy: CachePolicyName;
  readonly originRequestPolicy: OriginRequestPolicyName;
  readonly hasCustomDomain: boolean;
  /** Names whose DNS records point to the distribution itself. */
  readonly recordNames: readonly string[];
}

/** What of an origin decides which name it may have. */
export interface NamedOrigin {
  readonly kind: "custom" | "vpc";
  readonly protocol: "http-only" | "https-only";
}

/** The policies that pass the viewer's Host header on. What a cache policy has in its key reaches the origin, too. */
const hostPolicies: readonly (CachePolicyName | OriginRequestPolicyName)[] = [
  "AllViewer",
  "AllViewerAndCloudFrontHeaders-2022-06",
  "HostHeaderOnly",
  "UseOriginCacheControlHeaders",
  "UseOriginCacheControlHeaders-QueryStrings",
];

/** The names that AWS gives to load balancers and instances: nobody else can get a certificate for them. */
const nameOfAws = /\.(elb(\.[a-z0-9-]+)?|compute(-1)?)\.amazonaws\.com(\.cn)?$/i;

/**
 * Over HTTPS, CloudFront takes a certificate for the origin's domain name or for the Host header that it sends. Where
 * neither can be in one, it answers every request with 502.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-502-bad-gateway.html
 */
function isUntrusted({ protocol }: NamedOrigin, domainName: string, request: OriginRequest): boolean {
  const { cachePolicy, originRequestPolicy, hasCustomDomain } = request;
  const passesHost = hostPolicies.includes(cachePolicy) || hostPolicies.includes(originRequestPolicy);
  return protocol === "https-only" && nameOfAws.test(domainName) && !(passesHost && hasCustomDomain);
}

/** What is wrong with the domain name of an origin, if it is known. */
export function originNameProblems(
  origin: NamedOrigin,
  domainName: pulumi.Input<string>,
  request: OriginRequest,
): ArgumentProblem[] {
  if (typeof domainName !== "string") return [];
  const problems: ArgumentProblem[] = [];
  if (isUntrusted(origin, domainName, request)) {
    problems.push({
      argument: "origin.domainName",
      rule: "must be a name that the origin's certificate can hold, which the DNS name of a load balancer is not",
      value: domainName,
      remedy:
        "pass a name of your own that points to the load balancer, " +
        "or use customDomain and a policy that passes on its name",
    });
  }
  // A VPC origin is found by its id, so that its name may be the custom domain's.
  if (origin.kind === "custom" && request.recordNames.includes(domainName.toLowerCase())) {
    problems.push({
      argument: "origin.domainName",
      rule: "must not be a name of customDomain, whose records lead back to CloudFront",
      value: domainName,
      remedy: `pass a name that points to the origin, for example origin.${domainName}`,
    });
  }
  return problems;
}
