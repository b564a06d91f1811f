export type { CustomDomain } from "./custom-domain";
export {
  type CloudFrontLogBucket,
  Distribution,
  type DistributionArgs,
  type DistributionLogging,
} from "./distribution";
export type { CustomOrigin } from "./distribution-plan";
export type { CachePolicyName, OriginRequestPolicyName, ResponseHeadersPolicyName } from "./managed-policies";
export type { ManagedRuleGroup } from "./managed-rule-groups";
export type { Profile } from "./profile";
export { WebAcl, type WebAclArgs } from "./web-acl";
