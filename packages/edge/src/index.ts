export { Certificate, type CertificateArgs, type ValidationRecord } from "./certificate";
export type { CertificateUser } from "./certificate-plan";
export type { Countries } from "./countries";
export type { CustomDomain } from "./custom-domain";
export { Distribution, type DistributionArgs } from "./distribution";
export type {
  BucketDestination,
  CloudFrontLogBucket,
  DeliveredLogBucket,
  DeliveredLogging,
  DistributionLogging,
  FirehoseDestination,
  LegacyLogging,
  LogGroupDestination,
} from "./distribution-logging";
export type { BypassProtection, CustomOrigin, DistributionOrigin, VpcOrigin } from "./distribution-origin";
export type { LogDeliveryChain } from "./log-delivery";
export type { CachePolicyName, OriginRequestPolicyName, ResponseHeadersPolicyName } from "./managed-policies";
export type { ManagedRuleGroup } from "./managed-rule-groups";
export { OriginVerification, type OriginVerificationArgs, type VerifiedHeader } from "./origin-verification";
export type { GeneratedValues, GivenValues } from "./origin-verification-plan";
export type { Profile } from "./profile";
export type { RuleAction, RuleOverrides } from "./rule-overrides";
export { WebAcl, type WebAclArgs } from "./web-acl";
export type { WafLogBucket } from "./web-acl-log";
