import { parseArn } from "../../arn";
import { filledInputs } from "../../filled-inputs";
import { policyMayAllow } from "../../iam/policy-evaluation";
import { policyText } from "../../iam/policy-rules";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";
import { roleType } from "../iam/role";
import { planType } from "./plan";

const namesSomething: Rule = {
  id: "backup/selection-not-empty",
  source: "https://github.com/hashicorp/terraform-provider-aws/pull/25436",
  cause: "A selection takes resources by ARN or by tag, and conditions only narrow what `resources` names.",
  remedy: 'Set resources to ARNs, or to ["*"] for everything that the conditions let through.',
  reads: ["resources", "selectionTags"],
  refuse: ({ inputs }) => {
    const { notResources, resources, selectionTags } = inputs;
    const isEmpty = (list: unknown): boolean => !Array.isArray(list) || list.length === 0;
    // Nobody was seen to be refused with exclusions alone.
    if (!isEmpty(resources) || !isEmpty(selectionTags) || !isEmpty(notResources)) return undefined;
    return {
      code: "InvalidParameterValueException",
      message: "Invalid backup selection. Either 'ListOfTags' or 'Resources' section must be non-empty.",
    };
  },
};

// What the role may do is not asked: the provider itself waits until IAM has spread the role's permissions.
const assumableRole: Rule = {
  id: "backup/selection-role-can-be-assumed",
  source: "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/backup/selection.go",
  cause: "AWS Backup takes the role when the selection is created, and the role does not exist or does not trust it.",
  remedy: "Let backup.amazonaws.com assume the role; a condition on aws:SourceAccount has to name this account.",
  reads: ["iamRoleArn"],
  deploymentOnly: true,
  refuse: (context) => {
    const arn = context.text("iamRoleArn") ?? "";
    if (mayBeAssumed(context, arn)) return undefined;
    return { code: "InvalidParameterValueException", message: `IAM Role ${arn} cannot be assumed by AWS Backup` };
  },
};

/** Roles of other accounts are not seen from here. */
function mayBeAssumed(context: ResourceContext, arn: string): boolean {
  if (parseArn(arn)?.accountId !== context.accountId) return true;
  const role = context.find(roleType, arn);
  if (role === undefined) return false;
  const trust = policyText(role.outputs, "assumeRolePolicy");
  return (
    trust === undefined ||
    policyMayAllow(trust, {
      principal: { service: "backup.amazonaws.com" },
      action: "sts:AssumeRole",
      resource: arn,
      context: { "aws:SourceAccount": context.accountId },
    })
  );
}

export const selection = defineResource({
  type: "aws:backup/selection:Selection",
  comparisons: { conditions: "set", notResources: "set", resources: "set", selectionTags: "set" },
  name: { scope: { within: "planId" } },
  references: [
    { path: "iamRoleArn", to: roleType },
    {
      path: "planId",
      to: planType,
      notFound: (id) => ({ code: "InvalidParameterValueException", message: `Cannot find Backup plan with ID ${id}` }),
      holds: () => ({
        code: "InvalidRequestException",
        message: "Related backup plan selections must be deleted prior to backup plan deletion",
      }),
    },
  ],
  rules: [namesSomething, assumableRole],
  create: (context) => ({
    id: context.identifiers.uuid(),
    outputs: filledInputs(context.inputs, { conditions: [], notResources: [] }),
  }),
});
