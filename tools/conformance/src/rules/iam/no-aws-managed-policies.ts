import { attachedPolicies, ATTACHMENTS } from "../../identity-policy";
import type { Rule } from "../../rule";

export const noAwsManagedPolicies: Rule = {
  id: "iam/no-aws-managed-policies",
  controls: { "AwsSolutions-IAM4": "ERROR" },
  requirement: "No policy of AWS is attached.",
  subjects: ATTACHMENTS,
  judge: (resource) => !attachedPolicies(resource).some((arn) => /^arn:[\w-]+:iam::aws:policy\//.test(arn)),
};
