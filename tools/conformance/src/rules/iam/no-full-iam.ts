import { allowed, IDENTITY_POLICIES } from "../../identity-policy";
import type { Rule } from "../../rule";

export const noFullIam: Rule = {
  id: "iam/no-full-iam",
  controls: { "CKV2_AWS_40": "HIGH" },
  requirement: "No policy allows all of IAM.",
  subjects: IDENTITY_POLICIES,
  judge: (resource) => !allowed(resource).some((statement) => statement.actions.some((action) => action === "iam:*" || action === "*")),
};
