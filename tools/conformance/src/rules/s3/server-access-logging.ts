import type { Rule } from "../../rule";

export const serverAccessLogging: Rule = {
  id: "s3/server-access-logging",
  controls: { "FSBP:S3.9": "MEDIUM" },
  requirement: "Requests to every bucket are logged.",
  subjects: ["aws:s3/bucket:Bucket"],
  judge: (resource, stack) =>
    resource.has("logging.targetBucket") || stack.referring("aws:s3/bucketLogging:BucketLogging", "bucket", resource).length > 0,
};
