import type { Rule } from "../../rule";

export const geoRestriction: Rule = {
  id: "cloudfront/geo-restriction",
  controls: { "AwsSolutions-CFR1": "LOW" },
  requirement: "Distributions serve chosen countries.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource) => !["", "none"].includes(resource.text("restrictions.geoRestriction.restrictionType")),
};
