import type { Rule } from "../../rule";

export const trustedKeyGroups: Rule = {
  id: "cloudfront/trusted-key-groups",
  controls: { "FSBP:CloudFront.17": "UNKNOWN" },
  requirement: "Signed addresses are checked by key groups, not by accounts.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource) =>
    ![...resource.parts("defaultCacheBehavior"), ...resource.parts("orderedCacheBehaviors")].some(
      (behavior) => behavior.has("trustedSigners"),
    ),
};
