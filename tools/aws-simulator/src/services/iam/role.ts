import { documentRule, principalsRule } from "../../iam/policy-rules";
import { rangeRule } from "../../constraint-rules";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Refusal } from "../../rule";
import type { WorldObject } from "../../world-object";
import { iamId } from "./iam-identity";

export const roleType = "aws:iam/role:Role";

export const role = defineResource({
  type: roleType,
  defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
  comparisons: { assumeRolePolicy: "json", managedPolicyArns: "set" },
  name: {
    scope: "global",
    ignoreCase: true,
    taken: (name) => ({
      code: "EntityAlreadyExists",
      message: `Role with name ${name} already exists.`,
      remedy: "Role names are unique in the whole account, whatever the region: put region or environment into the name.",
    }),
  },
  rules: [
    documentRule("iam/trust-policy-form", "trust", "assumeRolePolicy"),
    principalsRule(
      "iam/trust-policy-principals-exist",
      "trust",
      "assumeRolePolicy",
      ({ kind, name }) => `Invalid principal in policy: "${kind}":"${name}"`,
    ),
    rangeRule({
      id: "iam/role-session-duration",
      source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html",
      path: "maxSessionDuration",
      member: "maxSessionDuration",
      code: "ValidationError",
      min: 3600,
      max: 43200,
    }),
  ],
  deleteRules: [
    {
      id: "iam/role-delete-conflict",
      source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html",
      cause: "A role is deleted only when nothing is attached to it.",
      remedy: "Delete the attachments first, or set forceDetachPolicies.",
      refuse: attachmentConflict,
    },
  ],
  create: (context) => {
    const { name, outputs } = physicalName(context);
    return {
      id: name,
      arn: context.arn("iam", `role${context.text("path") ?? "/"}${name}`, { region: "" }),
      outputs: {
        uniqueId: iamId("AROA", context),
        createDate: context.now,
        ...outputs,
        managedPolicyArns: [],
        inlinePolicies: [],
      },
    };
  },
});

/** What keeps a role from being deleted. The provider itself takes the role out of instance profiles before. */
function attachmentConflict(object: WorldObject, context: ResourceContext): Refusal | undefined {
  if (object.inputs["forceDetachPolicies"] === true) return undefined;
  const held = [
    ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "Cannot delete entity, must detach all policies first."],
    ["aws:iam/rolePolicy:RolePolicy", "Cannot delete entity, must delete policies first."],
  ] as const;
  for (const [type, message] of held) {
    if (context.referrers(type, object).length > 0) return { code: "DeleteConflict", message };
  }
  return undefined;
}
