import { allowed, IDENTITY_POLICIES } from "../../identity-policy";
import { coversAction } from "../../policy-document";
import type { Rule } from "../../rule";

export const noOpenS3Objects: Rule = {
  id: "iam/no-open-s3-objects",
  controls: { "AWS-0346": "HIGH" },
  requirement: "No policy reads and writes the objects of every bucket.",
  subjects: IDENTITY_POLICIES,
  judge: (resource) =>
    !allowed(resource).some(
      (statement) =>
        statement.resources.includes("*") &&
        coversAction(statement, "s3:GetObject") &&
        coversAction(statement, "s3:PutObject"),
    ),
};
