import { allowed, ATTACHMENTS, attachedPolicies, IDENTITY_POLICIES } from "../../identity-policy";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";

export const noFullIam: Rule = {
  id: "iam/no-full-iam",
  controls: { "CKV2_AWS_40": "HIGH" },
  requirement: "No policy allows all of IAM.",
  subjects: [...new Set([...IDENTITY_POLICIES, ...ATTACHMENTS])],
  judge: (resource) => !allowsAll(resource) && !attaches(resource),
};

function allowsAll(resource: Resource): boolean {
  if (!IDENTITY_POLICIES.includes(resource.type)) return false;
  return allowed(resource).some(({ actions }) => actions.some((action) => /^(iam:)?\*$/i.test(action)));
}

function attaches(resource: Resource): boolean {
  return ATTACHMENTS.includes(resource.type) && attachedPolicies(resource).some((arn) => arn.endsWith(":aws:policy/IAMFullAccess"));
}
