import type { Rule } from "../../rule";

export const legacyAccessLogs: Rule = {
  id: "cloudfront/legacy-access-logs",
  controls: { "FSBP:CloudFront.5": "MEDIUM" },
  requirement: "Standard access logs go to a bucket.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource) => resource.has("loggingConfig.bucket"),
};
