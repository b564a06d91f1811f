import type { Reference } from "../../resource-definition";
import type { Refusal } from "../../rule";

const behaviors = ["defaultCacheBehavior", "orderedCacheBehaviors[]"];

/** A policy of cache behaviours. AWS's managed ones are not looked up; those of the account cannot go while in use. */
function policyReferences(property: string, type: string, inUse: Refusal): Reference[] {
  return behaviors.map((behavior) => ({ path: `${behavior}.${property}`, to: type, holds: () => inUse }));
}

/** What a distribution refers to. */
export const distributionReferences: readonly Reference[] = [
  ...policyReferences("cachePolicyId", "aws:cloudfront/cachePolicy:CachePolicy", {
    code: "CachePolicyInUse",
    message: "Cannot delete the cache policy because it is attached to one or more cache behaviors.",
  }),
  ...policyReferences("originRequestPolicyId", "aws:cloudfront/originRequestPolicy:OriginRequestPolicy", {
    code: "OriginRequestPolicyInUse",
    message: "Cannot delete the origin request policy because it is attached to one or more cache behaviors.",
  }),
  ...policyReferences("responseHeadersPolicyId", "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", {
    code: "ResponseHeadersPolicyInUse",
    message: "Cannot delete the response headers policy because it is attached to one or more cache behaviors.",
  }),
  ...behaviors.map((behavior) => ({
    path: `${behavior}.functionAssociations[].functionArn`,
    to: "aws:cloudfront/function:Function",
    notFound: (arn: string) => ({
      code: "InvalidFunctionAssociation",
      message: "A CloudFront function association is invalid.",
      remedy: `There is no function ${arn}: give the \`arn\` of a Function that is published.`,
    }),
    holds: () => ({
      code: "FunctionInUse",
      message: "Cannot delete the function because it's attached to one or more cache behaviors.",
    }),
  })),
  {
    path: "origins[].originAccessControlId",
    to: "aws:cloudfront/originAccessControl:OriginAccessControl",
    notFound: (id) => ({
      code: "InvalidOriginAccessControl",
      message: "The origin access control is not valid.",
      remedy: `There is no origin access control ${id}: give the \`id\` of an OriginAccessControl.`,
    }),
    holds: () => ({
      code: "OriginAccessControlInUse",
      message: "Cannot delete the origin access control because it's in use by one or more other resources.",
    }),
  },
  {
    path: "origins[].vpcOriginConfig.vpcOriginId",
    to: "aws:cloudfront/vpcOrigin:VpcOrigin",
    notFound: (id) => ({
      code: "EntityNotFound",
      message: "The entity was not found.",
      remedy: `There is no VPC origin ${id}: give the \`id\` of a VpcOrigin.`,
    }),
    holds: () => ({
      code: "CannotDeleteEntityWhileInUse",
      message: "The entity cannot be deleted while it is in use.",
    }),
  },
  { path: "webAclId", to: "aws:wafv2/webAcl:WebAcl" },
  {
    path: "viewerCertificate.acmCertificateArn",
    to: "aws:acm/certificate:Certificate",
    holds: (certificate) => ({
      code: "ResourceInUseException",
      message: `Certificate ${certificate.arn ?? certificate.id} is in use.`,
    }),
  },
];
