import type { Rule } from "../../rule";

export const bucketKey: Rule = {
  id: "s3/bucket-key",
  controls: { "pulumi-cp:aws-s3-bucket-enable-server-side-encryption-bucket-key": "MEDIUM" },
  requirement: "Buckets under a KMS key use a bucket key.",
  subjects: ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"],
  judge: (resource) =>
    resource.text("rules.applyServerSideEncryptionByDefault.sseAlgorithm") === "aws:kms"
      ? resource.isTrue("rules.bucketKeyEnabled")
      : undefined,
};
