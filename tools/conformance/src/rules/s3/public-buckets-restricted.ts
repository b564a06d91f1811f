import type { Rule } from "../../rule";

export const publicBucketsRestricted: Rule = {
  id: "s3/public-buckets-restricted",
  controls: { "CKV_AWS_56": "HIGH" },
  requirement: "Public access blocks restrict access under a public policy.",
  subjects: ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"],
  judge: (resource) => resource.isTrue("restrictPublicBuckets"),
};
