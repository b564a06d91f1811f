import type { Rule } from "../../rule";

export const viewersUseHttps: Rule = {
  id: "cloudfront/viewers-use-https",
  controls: { "FSBP:CloudFront.3": "MEDIUM" },
  requirement: "Viewers use HTTPS.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource) =>
    [...resource.parts("defaultCacheBehavior"), ...resource.parts("orderedCacheBehaviors")].every((behavior) =>
      ["https-only", "redirect-to-https"].includes(behavior.text("viewerProtocolPolicy")),
    ),
};
