import type { Rule } from "../../rule";

export const responseHeadersPolicy: Rule = {
  id: "cloudfront/response-headers-policy",
  controls: { "CKV2_AWS_32": "UNKNOWN" },
  requirement: "Every behaviour adds security headers to what it answers.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource) =>
    [...resource.parts("defaultCacheBehavior"), ...resource.parts("orderedCacheBehaviors")].every(
      (behavior) => behavior.has("responseHeadersPolicyId"),
    ),
};
