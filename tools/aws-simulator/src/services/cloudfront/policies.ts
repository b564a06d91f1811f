import { valueAt } from "../../property-path";
import { defineResource } from "../../resource-definition";
import type { ResourceDefinition } from "../../resource-definition";
import type { Rule } from "../../rule";
import { physicalName } from "../../physical-name";
import { cloudFrontId } from "./distribution";

const cachePolicyPage = "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html";

/** A policy that cache behaviours share: it has a UUID, a name unique in the account, and a version. */
function definePolicy(args: {
  readonly type: string;
  readonly arnKind: string;
  readonly taken: string;
  readonly kind: string;
  readonly schema?: ResourceDefinition["schema"];
  readonly defaults?: ResourceDefinition["defaults"];
  readonly rules?: readonly Rule[];
}): ResourceDefinition {
  return defineResource({
    type: args.type,
    ...(args.schema === undefined ? {} : { schema: args.schema }),
    ...(args.defaults === undefined ? {} : { defaults: args.defaults }),
    name: {
      scope: "global",
      taken: (name) => ({
        code: args.taken,
        message: `A ${args.kind} with this name already exists. You must provide a unique name. To modify an existing ${args.kind}, use Update.`,
        remedy: `The name "${name}" is taken: names are unique in the account, whatever the region.`,
      }),
    },
    ...(args.rules === undefined ? {} : { rules: args.rules }),
    volatile: ["etag"],
    create: (context) => {
      const id = context.identifiers.uuid();
      return {
        id,
        arn: context.arn("cloudfront", `${args.arnKind}/${id}`, { region: "" }),
        outputs: { name: physicalName(context).name, etag: cloudFrontId(context) },
      };
    },
    update: (context) => ({ etag: cloudFrontId(context) }),
  });
}

const ttlOrder: Rule = {
  id: "cloudfront/cache-policy-ttl-order",
  source: cachePolicyPage,
  cause: "The default time to live lies between the least and the greatest.",
  remedy: "Set minTtl <= defaultTtl <= maxTtl.",
  reads: ["minTtl", "defaultTtl", "maxTtl"],
  refuse: (context) => {
    const min = context.number("minTtl") ?? 0;
    const standard = context.number("defaultTtl") ?? 0;
    const max = context.number("maxTtl") ?? 0;
    if (min <= standard && standard <= max) return undefined;
    return { code: "InvalidArgument", message: "The parameter MinTTL, DefaultTTL or MaxTTL is not in order: MinTTL <= DefaultTTL <= MaxTTL." };
  },
};

const parts = [
  ["headersConfig.headerBehavior", "HeaderBehavior"],
  ["cookiesConfig.cookieBehavior", "CookieBehavior"],
  ["queryStringsConfig.queryStringBehavior", "QueryStringBehavior"],
] as const;

const nothingInKeyWithoutCaching: Rule = {
  id: "cloudfront/cache-policy-without-caching-has-no-key",
  source: cachePolicyPage,
  cause: "With maxTtl 0 nothing is cached, so there is no cache key to put headers, cookies or query strings into.",
  remedy: "Set the behaviours to none, and forward what the origin needs by an origin request policy.",
  reads: ["maxTtl", "parametersInCacheKeyAndForwardedToOrigin"],
  refuse: (context) => {
    if (context.number("maxTtl") !== 0) return undefined;
    for (const [path, parameter] of parts) {
      const behavior = valueAt(context.inputs, `parametersInCacheKeyAndForwardedToOrigin.${path}`);
      if (behavior !== undefined && behavior !== "none") {
        return { code: "InvalidArgument", message: `The parameter ${parameter} is invalid for policy with caching disabled.` };
      }
    }
    return undefined;
  },
};

export const cachePolicy = definePolicy({
  type: "aws:cloudfront/cachePolicy:CachePolicy",
  arnKind: "cache-policy",
  taken: "CachePolicyAlreadyExists",
  kind: "cache policy",
  defaults: { defaultTtl: 86_400, maxTtl: 31_536_000, minTtl: 0 },
  rules: [ttlOrder, nothingInKeyWithoutCaching],
});

export const originRequestPolicy = definePolicy({
  type: "aws:cloudfront/originRequestPolicy:OriginRequestPolicy",
  arnKind: "origin-request-policy",
  taken: "OriginRequestPolicyAlreadyExists",
  kind: "origin request policy",
});

export const responseHeadersPolicy = definePolicy({
  type: "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
  arnKind: "response-headers-policy",
  taken: "ResponseHeadersPolicyAlreadyExists",
  kind: "response headers policy",
});
