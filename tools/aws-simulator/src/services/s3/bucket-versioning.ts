import { oneOfRule } from "../../constraint-rules";
import { defineResource } from "../../resource-definition";
import { bucketExists, bucketReference, configurationId } from "./bucket-reference";

export const bucketVersioning = defineResource({
  type: "aws:s3/bucketVersioning:BucketVersioning",
  references: [bucketReference],
  rules: [
    bucketExists,
    oneOfRule({
      id: "s3/versioning-status",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html",
      path: "versioningConfiguration.status",
      member: "Status",
      code: "MalformedXML",
      message: () => "The XML you provided was not well-formed or did not validate against our published schema",
      // The provider takes Disabled for a bucket whose versioning was never on.
      values: ["Enabled", "Suspended", "Disabled"],
    }),
  ],
  create: (context) => ({ id: configurationId(context) }),
});
