import { deniesPlainHttp, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const tlsOnly: Rule = {
  id: "s3/tls-only",
  controls: { "FSBP:S3.5": "MEDIUM" },
  requirement: "Every bucket refuses requests without TLS.",
  subjects: ["aws:s3/bucket:Bucket"],
  judge: (resource, stack) =>
    deniesPlainHttp(stack.referring("aws:s3/bucketPolicy:BucketPolicy", "bucket", resource).flatMap(
      (policy) => statementsOf(policy),
    ), "s3:GetObject"),
};
