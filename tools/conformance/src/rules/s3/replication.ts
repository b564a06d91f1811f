import type { Rule } from "../../rule";

export const replication: Rule = {
  id: "s3/replication",
  controls: { "SecHub:S3.7": "LOW" },
  requirement: "Objects are copied to another bucket.",
  subjects: ["aws:s3/bucket:Bucket"],
  judge: (resource, stack) =>
    stack
      .referring("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "bucket", resource)
      .some((replication) => replication.texts("rules.status").includes("Enabled")),
};
