import type { Rule } from "../../rule";

export const publicAccessBlocked: Rule = {
  id: "s3/public-access-blocked",
  controls: { "FSBP:S3.8": "HIGH" },
  requirement: "Every bucket blocks public access in all four ways.",
  subjects: ["aws:s3/bucket:Bucket"],
  judge: (resource, stack) =>
    stack.referring("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "bucket", resource).some(
      (block) => ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"].every((way) => block.isTrue(way)),
    ),
};
