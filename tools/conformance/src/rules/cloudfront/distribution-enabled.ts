import type { Rule } from "../../rule";

export const distributionEnabled: Rule = {
  id: "cloudfront/distribution-enabled",
  controls: { "CKV_AWS_216": "UNKNOWN" },
  requirement: "Distributions are enabled.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource) => resource.isTrue("enabled"),
};
