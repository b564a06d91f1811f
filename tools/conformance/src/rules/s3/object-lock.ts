import type { Rule } from "../../rule";

export const objectLock: Rule = {
  id: "s3/object-lock",
  controls: { "SecHub:S3.15": "MEDIUM" },
  requirement: "Objects can be locked.",
  subjects: ["aws:s3/bucket:Bucket"],
  judge: (resource, stack) =>
    resource.isTrue("objectLockEnabled") ||
    stack.referring("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "bucket", resource).length > 0,
};
