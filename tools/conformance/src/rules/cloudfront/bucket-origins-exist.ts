import { isS3Origin } from "../../origin";
import type { Rule } from "../../rule";

export const bucketOriginsExist: Rule = {
  id: "cloudfront/bucket-origins-exist",
  controls: { "FSBP:CloudFront.12": "HIGH" },
  requirement: "Buckets that are origins are part of the stack.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource, stack) => {
    const origins = resource.parts("origins").filter(isS3Origin);
    if (origins.length === 0) return undefined;
    return origins.every(
      (origin) => stack.of("aws:s3/bucket:Bucket").some((bucket) => origin.text("domainName").startsWith(`${bucket.text("bucket")}.s3`)),
    );
  },
};
