import { isAllow, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const noOpenAllow: Rule = {
  id: "s3/no-open-allow",
  controls: { "CKV_AWS_70": "UNKNOWN" },
  requirement: "No bucket policy allows everybody something.",
  subjects: ["aws:s3/bucketPolicy:BucketPolicy"],
  judge: (resource) => !statementsOf(resource).some((statement) => isAllow(statement) && statement.principals.includes("*")),
};
