import { defineResource } from "../../resource-definition";

export const managedPrefixList = defineResource({
  type: "aws:ec2/managedPrefixList:ManagedPrefixList",
  schema: { replaceUncertain: "addressFamily" },
  comparisons: { entries: "set" },
  name: {},
  volatile: ["version"],
  create(context) {
    const id = context.identifiers.ec2("pl");
    return {
      id,
      arn: context.arn("ec2", `prefix-list/${id}`),
      outputs: { entries: context.inputs["entries"] ?? [], ownerId: context.accountId, version: 1 },
    };
  },
  update: ({ object }) => ({ version: Number(object?.outputs["version"] ?? 0) + 1 }),
});
