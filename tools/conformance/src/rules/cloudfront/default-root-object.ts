import { isS3Origin } from "../../origin";
import type { Rule } from "../../rule";

export const defaultRootObject: Rule = {
  id: "cloudfront/default-root-object",
  controls: { "FSBP:CloudFront.1": "HIGH" },
  requirement: "Distributions of S3 say which object their root is.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource) => resource.parts("origins").some(isS3Origin) ? resource.has("defaultRootObject") : undefined,
};
