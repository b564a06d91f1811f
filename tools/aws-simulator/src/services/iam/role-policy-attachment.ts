import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Refusal } from "../../rule";
import { noSuchRole } from "./iam-identity";
import { policyType } from "./policy";
import { roleType } from "./role";

const attachmentType = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
/** IAM's default quota. */
const POLICIES_PER_ROLE = 10;

export const rolePolicyAttachment = defineResource({
  type: attachmentType,
  references: [
    { path: "role", to: roleType, notFound: noSuchRole },
    {
      path: "policyArn",
      to: policyType,
      notFound: (arn) => ({
        code: "NoSuchEntity",
        message: `Policy ${arn} does not exist or is not attachable.`,
        remedy: "Give the ARN of a managed policy; AWS's own are arn:aws:iam::aws:policy/...",
      }),
      holds: () => ({
        code: "DeleteConflict",
        message: "Cannot delete a policy attached to entities.",
        remedy: "Detach the policy from its roles first.",
      }),
    },
  ],
  rules: [
    {
      id: "iam/managed-policies-per-role",
      source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
      cause: "A role has at most ten managed policies.",
      remedy: "Join policies, or use an inline policy.",
      reads: ["role", "policyArn"],
      on: "create",
      deploymentOnly: true,
      refuse: tooMany,
    },
  ],
  create: (context) => ({ id: `${context.text("role") ?? ""}/${context.text("policyArn") ?? ""}` }),
});

function tooMany(context: ResourceContext): Refusal | undefined {
  const role = context.find(roleType, context.text("role") ?? "");
  if (role === undefined) return undefined;
  const attached = context
    .referrers(attachmentType, role)
    .filter((other) => other.inputs["policyArn"] !== context.inputs["policyArn"]);
  if (attached.length < POLICIES_PER_ROLE) return undefined;
  return { code: "LimitExceeded", message: `Cannot exceed quota for PoliciesPerRole: ${POLICIES_PER_ROLE}` };
}
