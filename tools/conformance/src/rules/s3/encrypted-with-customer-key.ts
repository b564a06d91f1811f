import type { Rule } from "../../rule";

const BY_DEFAULT = "rules.applyServerSideEncryptionByDefault";

export const encryptedWithCustomerKey: Rule = {
  id: "s3/encrypted-with-customer-key",
  controls: { "SecHub:S3.17": "MEDIUM" },
  requirement: "Objects are encrypted with a key of the customer.",
  subjects: ["aws:s3/bucket:Bucket"],
  judge: (resource, stack) =>
    stack.referring("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "bucket", resource).some(
      (encryption) => encryption.text(`${BY_DEFAULT}.sseAlgorithm`).startsWith("aws:kms") && /^(?!.*alias\/aws\/)./.test(encryption.text(`${BY_DEFAULT}.kmsMasterKeyId`)),
    ),
};
