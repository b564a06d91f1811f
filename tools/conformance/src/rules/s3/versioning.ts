import type { Rule } from "../../rule";

export const versioning: Rule = {
  id: "s3/versioning",
  controls: { "SecHub:S3.14": "LOW" },
  requirement: "Buckets keep versions.",
  subjects: ["aws:s3/bucket:Bucket"],
  judge: (resource, stack) =>
    stack.referring("aws:s3/bucketVersioning:BucketVersioning", "bucket", resource).some(
      (versioning) => versioning.text("versioningConfiguration.status") === "Enabled",
    ),
};
