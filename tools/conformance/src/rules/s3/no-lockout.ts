import { statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const noLockout: Rule = {
  id: "s3/no-lockout",
  controls: { "CKV_AWS_93": "UNKNOWN" },
  requirement: "No bucket policy denies everything to everybody.",
  subjects: ["aws:s3/bucketPolicy:BucketPolicy"],
  judge: (resource) =>
    !statementsOf(resource).some(
      (statement) =>
        statement.effect === "Deny" &&
        statement.principals.includes("*") &&
        statement.actions.includes("s3:*") &&
        statement.conditions.length === 0,
    ),
};
