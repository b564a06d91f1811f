import { isS3Origin } from "../../origin";
import type { Rule } from "../../rule";

export const bucketOriginAccessControl: Rule = {
  id: "cloudfront/bucket-origin-access-control",
  controls: { "FSBP:CloudFront.13": "MEDIUM" },
  requirement: "Buckets that are origins are reached through an origin access control.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource) => {
    const origins = resource.parts("origins").filter(isS3Origin);
    return origins.length === 0 ? undefined : origins.every((origin) => origin.has("originAccessControlId"));
  },
};
