import { defineResource } from "../../resource-definition";
import { bucketExists, bucketReference, bucketTypes, configurationId } from "./bucket-reference";

export const bucketLogging = defineResource({
  type: "aws:s3/bucketLogging:BucketLogging",
  references: [
    bucketReference,
    {
      path: "targetBucket",
      to: bucketTypes,
      notFound: (name) => ({
        code: "InvalidTargetBucketForLogging",
        message: "The target bucket for logging does not exist",
        remedy: `Create the bucket "${name}" in the same region first.`,
      }),
    },
  ],
  rules: [bucketExists],
  create: (context) => ({ id: configurationId(context) }),
});
