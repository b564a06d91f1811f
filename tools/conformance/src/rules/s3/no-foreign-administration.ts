import { coversAction, isAllow, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

const SENSITIVE = [
  "s3:DeleteBucketPolicy",
  "s3:PutBucketAcl",
  "s3:PutBucketPolicy",
  "s3:PutEncryptionConfiguration",
  "s3:PutObjectAcl",
];

export const noForeignAdministration: Rule = {
  id: "s3/no-foreign-administration",
  controls: { "FSBP:S3.6": "HIGH" },
  requirement: "No bucket policy lets another account change how the bucket is protected.",
  subjects: ["aws:s3/bucketPolicy:BucketPolicy"],
  judge: (resource) =>
    !statementsOf(resource).some(
      (statement) => isAllow(statement) &&
      statement.principals.some((principal) => principal === "*" || principal.startsWith("AWS:")) &&
      SENSITIVE.some((action) => coversAction(statement, action)),
    ),
};
