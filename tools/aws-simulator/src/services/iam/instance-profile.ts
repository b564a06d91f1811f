import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import { iamId, noSuchRole } from "./iam-identity";
import { roleType } from "./role";

export const instanceProfile = defineResource({
  type: "aws:iam/instanceProfile:InstanceProfile",
  defaults: { path: "/" },
  name: {
    scope: "global",
    ignoreCase: true,
    taken: (name) => ({
      code: "EntityAlreadyExists",
      message: `Instance Profile ${name} already exists.`,
      remedy: "Instance profile names are unique in the whole account, whatever the region: put region or environment into the name.",
    }),
  },
  references: [{ path: "role", to: roleType, notFound: noSuchRole }],
  create: (context) => {
    const { name, outputs } = physicalName(context);
    return {
      id: name,
      arn: context.arn("iam", `instance-profile${context.text("path") ?? "/"}${name}`, { region: "" }),
      outputs: {
        uniqueId: iamId("AIPA", context),
        createDate: context.now,
        ...outputs,
      },
    };
  },
});
