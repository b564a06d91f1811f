import { allowed, IDENTITY_POLICIES } from "../../identity-policy";
import { coversAction } from "../../policy-document";
import type { Rule } from "../../rule";

const ESCALATIONS = [
  "iam:AddUserToGroup",
  "iam:AttachGroupPolicy",
  "iam:AttachRolePolicy",
  "iam:AttachUserPolicy",
  "iam:CreateAccessKey",
  "iam:CreateLoginProfile",
  "iam:CreatePolicyVersion",
  "iam:PutGroupPolicy",
  "iam:PutRolePolicy",
  "iam:PutUserPolicy",
  "iam:SetDefaultPolicyVersion",
  "iam:UpdateAssumeRolePolicy",
  "iam:UpdateLoginProfile",
];

export const noPrivilegeEscalation: Rule = {
  id: "iam/no-privilege-escalation",
  controls: { "CKV_AWS_286": "HIGH" },
  requirement: "No policy lets its holder give itself more rights.",
  subjects: IDENTITY_POLICIES,
  judge: (resource) =>
    !allowed(resource).some(
      (statement) => statement.conditions.length === 0 && ESCALATIONS.some((action) => coversAction(statement, action)),
    ),
};
