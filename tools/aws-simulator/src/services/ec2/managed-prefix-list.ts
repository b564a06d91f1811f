import { compareInputs } from "../../diff";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";

const comparisons = { entries: "set" } as const;

/** A new version is a new set of entries: https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html */
function makesVersion({ object, inputs }: ResourceContext): boolean {
  return compareInputs(object?.inputs ?? {}, inputs, comparisons).changed.has("entries");
}

export const managedPrefixList = defineResource({
  type: "aws:ec2/managedPrefixList:ManagedPrefixList",
  schema: { replaceUncertain: "addressFamily" },
  comparisons,
  name: {},
  volatile: (context) => (makesVersion(context) ? ["version"] : []),
  create(context) {
    const id = context.identifiers.ec2("pl");
    return {
      id,
      arn: context.arn("ec2", `prefix-list/${id}`),
      outputs: { entries: context.inputs["entries"] ?? [], ownerId: context.accountId, version: 1 },
    };
  },
  update: (context) => ({ version: Number(context.object?.outputs["version"] ?? 0) + (makesVersion(context) ? 1 : 0) }),
});
