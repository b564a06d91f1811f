import type { Rule } from "../../rule";

export const webAclOnDistribution: Rule = {
  id: "cloudfront/web-acl-on-distribution",
  controls: { "FSBP:CloudFront.6": "MEDIUM" },
  requirement: "Distributions stand behind a web ACL.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource) => resource.has("webAclId"),
};
