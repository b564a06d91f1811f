import { allowsOnEverything, IDENTITY_POLICIES } from "../../identity-policy";
import type { Rule } from "../../rule";

const READS = ["s3:GetObject", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "secretsmanager:GetSecretValue"];

export const noDataExfiltration: Rule = {
  id: "iam/no-data-exfiltration",
  controls: { "CKV_AWS_288": "UNKNOWN" },
  requirement: "No policy reads objects, parameters or secrets of everything.",
  subjects: IDENTITY_POLICIES,
  judge: (resource) => !allowsOnEverything(resource, READS),
};
