import { allowsOnEverything, IDENTITY_POLICIES } from "../../identity-policy";
import type { Rule } from "../../rule";

const EXPOSURES = [
  "ecr:GetAuthorizationToken",
  "iam:CreateAccessKey",
  "iam:CreateServiceSpecificCredential",
  "iam:ResetServiceSpecificCredential",
  "redshift:GetClusterCredentials",
  "sts:AssumeRole",
  "sts:GetFederationToken",
  "sts:GetSessionToken",
];

export const noCredentialExposure: Rule = {
  id: "iam/no-credential-exposure",
  controls: { "CKV_AWS_287": "UNKNOWN" },
  requirement: "No policy hands out credentials on everything.",
  subjects: IDENTITY_POLICIES,
  judge: (resource) => !allowsOnEverything(resource, EXPOSURES),
};
