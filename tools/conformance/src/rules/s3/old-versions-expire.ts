import type { Rule } from "../../rule";

export const oldVersionsExpire: Rule = {
  id: "s3/old-versions-expire",
  controls: { "SecHub:S3.10": "MEDIUM" },
  requirement: "Old versions of objects expire.",
  subjects: ["aws:s3/bucketVersioning:BucketVersioning"],
  judge: (resource, stack) => {
    if (resource.text("versioningConfiguration.status") !== "Enabled") return undefined;
    return stack.of("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").some(
      (lifecycle) => lifecycle.text("bucket") === resource.text("bucket") && lifecycle.has("rules.noncurrentVersionExpiration"),
    );
  },
};
