import type { Rule } from "../../rule";

export const functionOriginAccessControl: Rule = {
  id: "cloudfront/function-origin-access-control",
  controls: { "FSBP:CloudFront.16": "MEDIUM" },
  requirement: "Function URLs that are origins are reached through an origin access control.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource) => {
    const origins = resource.parts("origins").filter((origin) => origin.text("domainName").includes(".lambda-url."));
    return origins.length === 0 ? undefined : origins.every((origin) => origin.has("originAccessControlId"));
  },
};
