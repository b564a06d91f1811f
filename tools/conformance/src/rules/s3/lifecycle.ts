import type { Rule } from "../../rule";

export const lifecycle: Rule = {
  id: "s3/lifecycle",
  controls: { "FSBP:S3.13": "LOW" },
  requirement: "Every bucket has a lifecycle.",
  subjects: ["aws:s3/bucket:Bucket"],
  judge: (resource, stack) =>
    stack.referring("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "bucket", resource).some(
      (lifecycle) => lifecycle.texts("rules.status").includes("Enabled"),
    ),
};
