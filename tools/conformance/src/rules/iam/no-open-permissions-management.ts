import { allowsOnEverything, IDENTITY_POLICIES } from "../../identity-policy";
import type { Rule } from "../../rule";

const MANAGEMENT = [
  "dynamodb:PutResourcePolicy",
  "ecr:SetRepositoryPolicy",
  "events:PutPermission",
  "iam:AttachRolePolicy",
  "iam:AttachUserPolicy",
  "iam:CreatePolicyVersion",
  "iam:PutRolePolicy",
  "iam:PutUserPolicy",
  "iam:UpdateAssumeRolePolicy",
  "kms:CreateGrant",
  "kms:PutKeyPolicy",
  "lambda:AddPermission",
  "logs:PutResourcePolicy",
  "s3:PutBucketPolicy",
  "secretsmanager:PutResourcePolicy",
  "sns:AddPermission",
  "sqs:AddPermission",
];

export const noOpenPermissionsManagement: Rule = {
  id: "iam/no-open-permissions-management",
  controls: { "CKV_AWS_289": "UNKNOWN" },
  requirement: "No policy changes the permissions of everything.",
  subjects: IDENTITY_POLICIES,
  judge: (resource) => !allowsOnEverything(resource, MANAGEMENT),
};
