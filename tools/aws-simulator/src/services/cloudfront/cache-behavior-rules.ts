import { containsUnknown, isUnknown } from "@org/offline-engine";
import { valuesAt } from "../../property-path";
import type { Refusal, Rule } from "../../rule";
import { cacheBehaviorsOf, isGiven } from "./cache-behavior";
import type { CacheBehavior } from "./cache-behavior";

const behaviorPage = "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html";
const methodSets = ["GET HEAD", "GET HEAD OPTIONS", "DELETE GET HEAD OPTIONS PATCH POST PUT"];
const cachedMethodSets = methodSets.slice(0, 2);

/** A rule that is asked for every cache behaviour. */
function ofEachBehavior(rule: Omit<Rule, "refuse" | "reads">, refuse: (behavior: CacheBehavior) => Refusal | undefined): Rule {
  return {
    ...rule,
    reads: [],
    refuse: ({ inputs }) => {
      for (const behavior of cacheBehaviorsOf(inputs)) {
        const refusal = refuse(behavior);
        if (refusal !== undefined) return { ...refusal, remedy: refusal.remedy ?? `${rule.remedy} It stands at \`${behavior.at}\`.` };
      }
      return undefined;
    },
  };
}

const forwardedValuesOrPolicy = ofEachBehavior(
  {
    id: "cloudfront/behavior-forwarded-values-or-cache-policy",
    source: "https://github.com/terraform-aws-modules/terraform-aws-cloudfront/issues/40",
    cause: "A behaviour says what it caches by either a cache policy or the older forwardedValues.",
    remedy: "Set cachePolicyId, and leave forwardedValues out.",
  },
  (behavior) => {
    const hasPolicy = isGiven(behavior, "cachePolicyId");
    const hasValues = isGiven(behavior, "forwardedValues");
    if (hasPolicy !== hasValues) return undefined;
    return {
      code: "InvalidArgument",
      message: hasPolicy
        ? "The parameter ForwardedValues cannot be used when a cache policy is associated to the cache behavior."
        : "The parameter ForwardedValues is required.",
    };
  },
);

const knownOrigin: Rule = {
  id: "cloudfront/behavior-target-origin-exists",
  source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistribution.html",
  cause: "A behaviour or origin group names an origin that the distribution does not have.",
  remedy: "Use as targetOriginId an originId of `origins` or `originGroups`.",
  reads: ["origins[].originId", "originGroups[].originId"],
  refuse: ({ inputs }) => {
    const origins = valuesAt(inputs, "origins[].originId").map(({ value }) => value);
    const groups = valuesAt(inputs, "originGroups[].originId").map(({ value }) => value);
    const asked = [
      ...cacheBehaviorsOf(inputs).map(({ at, values }) => ({ at: `${at}.targetOriginId`, value: values["targetOriginId"], known: [...origins, ...groups] })),
      ...valuesAt(inputs, "originGroups[].members[].originId").map(({ at, value }) => ({ at, value, known: origins })),
    ];
    const lost = asked.find(({ value, known }) => typeof value === "string" && !isUnknown(value) && !known.includes(value));
    if (lost === undefined) return undefined;
    return {
      code: "NoSuchOrigin",
      message: "One or more of your origins or origin groups do not exist.",
      remedy: `\`${lost.at}\` names the origin "${String(lost.value)}"; there are ${origins.map((id) => `"${String(id)}"`).join(", ")}.`,
    };
  },
};

const methods = ofEachBehavior(
  {
    id: "cloudfront/behavior-methods",
    source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_AllowedMethods.html",
    cause: "CloudFront takes three sets of methods: GET and HEAD; these and OPTIONS; or all seven.",
    remedy: "Set allowedMethods to one of the three sets, and cachedMethods to one of the first two.",
  },
  ({ values }) => {
    for (const [property, sets, name] of [
      ["allowedMethods", methodSets, "AllowedMethods"],
      ["cachedMethods", cachedMethodSets, "CachedMethods"],
    ] as const) {
      const given = values[property];
      if (!Array.isArray(given) || containsUnknown(given)) continue;
      if (!sets.includes(given.map(String).toSorted().join(" "))) {
        return { code: "InvalidArgument", message: `The parameter ${name} contains a method set that is not supported.` };
      }
    }
    return undefined;
  },
);

const viewerProtocol = ofEachBehavior(
  {
    id: "cloudfront/behavior-viewer-protocol-policy",
    source: behaviorPage,
    cause: "The viewer protocol policy is one of three.",
    remedy: "Set viewerProtocolPolicy to redirect-to-https, https-only or allow-all.",
  },
  ({ values }) => {
    const policy = values["viewerProtocolPolicy"];
    if (typeof policy !== "string" || isUnknown(policy)) return undefined;
    if (["allow-all", "https-only", "redirect-to-https"].includes(policy)) return undefined;
    return { code: "MalformedXML", message: `1 validation error detected: Value '${policy}' at 'viewerProtocolPolicy' failed to satisfy constraint: Member must satisfy enum value set: [allow-all, https-only, redirect-to-https]` };
  },
);

const policyIds = ofEachBehavior(
  {
    id: "cloudfront/behavior-policy-ids",
    source: behaviorPage,
    cause: "Policies are named by their ids, which are UUIDs.",
    remedy: "Give the `id` of the policy, not its name or ARN.",
  },
  ({ values }) => {
    for (const [property, code, kind] of [
      ["cachePolicyId", "NoSuchCachePolicy", "cache policy"],
      ["originRequestPolicyId", "NoSuchOriginRequestPolicy", "origin request policy"],
      ["responseHeadersPolicyId", "NoSuchResponseHeadersPolicy", "response headers policy"],
    ] as const) {
      const id = values[property];
      if (typeof id !== "string" || id === "" || isUnknown(id) || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) continue;
      return { code, message: `The ${kind} does not exist.` };
    }
    return undefined;
  },
);

/** What CloudFront refuses in cache behaviours. */
export const cacheBehaviorRules: readonly Rule[] = [
  knownOrigin,
  forwardedValuesOrPolicy,
  methods,
  viewerProtocol,
  policyIds,
];
