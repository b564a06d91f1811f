import { attachedPolicies, ATTACHMENTS } from "../../identity-policy";
import type { Rule } from "../../rule";

export const noCloudShellAccess: Rule = {
  id: "iam/no-cloud-shell-access",
  controls: { "SecHub:IAM.27": "MEDIUM" },
  requirement: "AWSCloudShellFullAccess is not attached.",
  subjects: ATTACHMENTS,
  judge: (resource) => !attachedPolicies(resource).some((arn) => arn.endsWith(":aws:policy/AWSCloudShellFullAccess")),
};
