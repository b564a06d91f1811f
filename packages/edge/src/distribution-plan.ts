import { assertNoProblems } from "@org/infra-naming";
import type * as pulumi from "@pulumi/pulumi";
import { type Countries, countriesProblems, countryList } from "./countries";
import { type CustomDomain, customDomainProblems } from "./custom-domain";
import { type DistributionLogging, legacyLoggingOf, loggingProblems } from "./distribution-logging";
import {
  type BypassProtection,
  bypassProtectionOf,
  type DistributionOrigin,
  originProblems,
} from "./distribution-origin";
import { arnProblems } from "./edge-arn";
import {
  type CachePolicyName,
  cachePolicies,
  type OriginRequestPolicyName,
  originRequestPolicies,
  type ResponseHeadersPolicyName,
  responseHeadersPolicies,
} from "./managed-policies";
import type { OriginRequest } from "./origin-name";
import type { Profile } from "./profile";

/** The arguments that decide what a `Distribution` creates. */
export interface DistributionPlanArgs {
  readonly origin: DistributionOrigin;
  readonly customDomain?: CustomDomain;
  readonly webAclArn: pulumi.Input<string>;
  readonly logging: DistributionLogging;
  readonly countries?: Countries;
  readonly additionalMetrics?: boolean;
  readonly cachePolicy?: CachePolicyName;
  readonly originRequestPolicy?: OriginRequestPolicyName;
  readonly responseHeadersPolicy?: ResponseHeadersPolicyName;
  readonly profile?: Profile;
}

/** The plan, in the property names of `aws.cloudfront.Distribution`. */
export interface DistributionPlan {
  /** Its `recordNames` get alias records, one for each of IPv4 and IPv6. */
  readonly originRequest: OriginRequest;
  readonly bypassProtection: BypassProtection;
  readonly policies: {
    readonly cachePolicyId: string;
    readonly originRequestPolicyId: string;
    readonly responseHeadersPolicyId: string;
  };
  readonly geoRestriction: {
    readonly restrictionType: "none" | "whitelist" | "blacklist";
    readonly locations?: string[];
  };
  readonly aliases: readonly string[];
  /** Of the names of legacy log files; absent without them. */
  readonly logPrefix?: string;
  readonly additionalMetrics: boolean;
}

function geoRestriction(countries: Countries | undefined): DistributionPlan["geoRestriction"] {
  if (countries === undefined) return { restrictionType: "none" };
  const { kind, codes } = countryList(countries);
  return { restrictionType: kind === "allow" ? "whitelist" : "blacklist", locations: [...codes] };
}

/** @throws ArgumentError for every argument that CloudFront would refuse, or with which nothing would ever arrive */
export function planDistribution(name: string, args: DistributionPlanArgs): DistributionPlan {
  const { origin, customDomain, countries, logging, profile = "production" } = args;
  const { cachePolicy = "CachingDisabled", originRequestPolicy = "AllViewer" } = args;
  const originRequest = {
    cachePolicy,
    originRequestPolicy,
    hasCustomDomain: customDomain !== undefined,
    recordNames: customDomain?.hostedZoneId === undefined ? [] : customDomain.names,
  };
  const legacy = legacyLoggingOf(logging);
  assertNoProblems(`Distribution "${name}"`, [
    ...originProblems(origin, originRequest),
    ...(customDomain ? customDomainProblems(customDomain) : []),
    ...arnProblems("webAclArn", "webAcl", args.webAclArn),
    ...(countries ? countriesProblems("distribution", countries) : []),
    ...loggingProblems(logging),
  ]);
  return {
    originRequest,
    bypassProtection: bypassProtectionOf(origin),
    policies: {
      cachePolicyId: cachePolicies[cachePolicy],
      originRequestPolicyId: originRequestPolicies[originRequestPolicy],
      responseHeadersPolicyId: responseHeadersPolicies[args.responseHeadersPolicy ?? "SecurityHeadersPolicy"],
    },
    geoRestriction: geoRestriction(countries),
    aliases: customDomain?.names ?? [],
    ...(legacy && { logPrefix: legacy.prefix ?? "cloudfront/" }),
    additionalMetrics: args.additionalMetrics ?? profile === "production",
  };
}
