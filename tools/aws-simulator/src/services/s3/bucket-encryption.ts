import { oneOfRule } from "../../constraint-rules";
import { valueAt, valuesAt } from "../../property-path";
import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { bucketExists, bucketReference, configurationId } from "./bucket-reference";

const encryptionPage = "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html";

const keyNeedsKms: Rule = {
  id: "s3/encryption-key-needs-kms",
  source: encryptionPage,
  cause: "A KMS key is given, and the algorithm does not use one.",
  remedy: "Set sseAlgorithm to aws:kms, or leave kmsMasterKeyId out.",
  reads: ["rules"],
  refuse: ({ inputs }) => {
    for (const { value } of valuesAt(inputs, "rules[].applyServerSideEncryptionByDefault")) {
      if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
      const key = valueAt(value, "kmsMasterKeyId");
      if (key !== undefined && key !== "" && value["sseAlgorithm"] === "AES256") {
        return {
          code: "InvalidArgument",
          message: "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse",
        };
      }
    }
    return undefined;
  },
};

export const bucketServerSideEncryptionConfiguration = defineResource({
  type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  references: [bucketReference],
  rules: [
    bucketExists,
    oneOfRule({
      id: "s3/encryption-algorithm",
      source: encryptionPage,
      path: "rules[].applyServerSideEncryptionByDefault.sseAlgorithm",
      member: "SSEAlgorithm",
      code: "MalformedXML",
      message: () => "The XML you provided was not well-formed or did not validate against our published schema",
      values: ["AES256", "aws:fsx", "aws:kms", "aws:kms:dsse"],
    }),
    keyNeedsKms,
  ],
  create: (context) => ({ id: configurationId(context) }),
});
