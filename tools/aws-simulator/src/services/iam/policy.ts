import { documentRule } from "../../iam/policy-rules";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import { iamId } from "./iam-identity";

export const policyType = "aws:iam/policy:Policy";

export const policy = defineResource({
  type: policyType,
  defaults: { path: "/" },
  comparisons: { policy: "json" },
  name: {
    scope: "global",
    ignoreCase: true,
    taken: (name) => ({
      code: "EntityAlreadyExists",
      message: `A policy called ${name} already exists. Duplicate names are not allowed.`,
      remedy: "Policy names are unique in the whole account, whatever the region: put region or environment into the name.",
    }),
  },
  rules: [documentRule("iam/managed-policy-form", "managed", "policy")],
  create: (context) => {
    const { name, outputs } = physicalName(context);
    const arn = context.arn("iam", `policy${context.text("path") ?? "/"}${name}`, { region: "" });
    return {
      id: arn,
      arn,
      outputs: {
        policyId: iamId("ANPA", context),
        attachmentCount: 0,
        ...outputs,
      },
    };
  },
});
