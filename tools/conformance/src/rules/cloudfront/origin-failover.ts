import type { Rule } from "../../rule";

export const originFailover: Rule = {
  id: "cloudfront/origin-failover",
  controls: { "FSBP:CloudFront.4": "LOW" },
  requirement: "A second origin answers when the first one fails.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource) => resource.parts("originGroups").length > 0,
};
