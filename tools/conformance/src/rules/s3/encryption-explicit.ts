import type { Rule } from "../../rule";

export const encryptionExplicit: Rule = {
  id: "s3/encryption-explicit",
  controls: { "CKV_AWS_19": "HIGH" },
  requirement: "Every bucket says how its objects are encrypted.",
  subjects: ["aws:s3/bucket:Bucket"],
  judge: (resource, stack) =>
    stack.referring("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "bucket", resource).length > 0,
};
