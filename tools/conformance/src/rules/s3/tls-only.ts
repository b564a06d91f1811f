import { deniesPlainHttp, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

/** One action on objects of each kind, and one on the bucket. */
const ACTIONS = ["s3:GetObject", "s3:PutObject", "s3:ListBucket"];

export const tlsOnly: Rule = {
  id: "s3/tls-only",
  controls: { "FSBP:S3.5": "MEDIUM" },
  requirement: "Every bucket refuses requests without TLS.",
  subjects: ["aws:s3/bucket:Bucket"],
  judge: (resource, stack) => {
    const statements = stack
      .referring("aws:s3/bucketPolicy:BucketPolicy", "bucket", resource)
      .flatMap((policy) => statementsOf(policy));
    const about = (suffix: string) =>
      statements.filter(({ resources }) => resources.some((arn) => arn === "*" || arn === `${resource.text("arn")}${suffix}`));
    return [about(""), about("/*")].every((some) => ACTIONS.every((action) => deniesPlainHttp(some, action)));
  },
};
