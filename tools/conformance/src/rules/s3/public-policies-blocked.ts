import type { Rule } from "../../rule";

export const publicPoliciesBlocked: Rule = {
  id: "s3/public-policies-blocked",
  controls: { "CKV_AWS_54": "HIGH" },
  requirement: "Public access blocks refuse public policies.",
  subjects: ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"],
  judge: (resource) => resource.isTrue("blockPublicPolicy"),
};
