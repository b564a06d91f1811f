import { allowed, IDENTITY_POLICIES } from "../../identity-policy";
import type { Rule } from "../../rule";

export const noFullS3: Rule = {
  id: "iam/no-full-s3",
  controls: { "AWS-0345": "HIGH" },
  requirement: "No policy allows all of S3.",
  subjects: IDENTITY_POLICIES,
  judge: (resource) => !allowed(resource).some((statement) => statement.actions.some((action) => action === "s3:*" || action === "*")),
};
