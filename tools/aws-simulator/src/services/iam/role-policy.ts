import { documentRule, policyText } from "../../iam/policy-rules";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Refusal } from "../../rule";
import { noSuchRole } from "./iam-identity";
import { roleType } from "./role";

const rolePolicyType = "aws:iam/rolePolicy:RolePolicy";
const MAX_INLINE_CHARACTERS = 10240;

export const rolePolicy = defineResource({
  type: rolePolicyType,
  comparisons: { policy: "json" },
  name: { scope: { within: "role" } },
  references: [{ path: "role", to: roleType, notFound: noSuchRole }],
  rules: [
    documentRule("iam/inline-policy-form", "inline", "policy"),
    {
      id: "iam/inline-policies-size",
      source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
      cause: "All inline policies of a role together have at most 10,240 characters without white space.",
      remedy: "Move statements into a managed policy.",
      reads: ["policy", "role"],
      deploymentOnly: true,
      refuse: inlineSize,
    },
  ],
  create: (context) => {
    const { name, outputs } = physicalName(context);
    return { id: `${context.text("role") ?? ""}:${name}`, outputs };
  },
});

function inlineSize(context: ResourceContext): Refusal | undefined {
  const name = context.text("role") ?? "";
  const role = context.find(roleType, name);
  if (role === undefined) return undefined;
  const others = context
    .referrers(rolePolicyType, role)
    .filter((other) => other.inputs["name"] !== context.inputs["name"]);
  const documents = [context.inputs, ...others.map((other) => other.inputs)];
  const total = documents.reduce((sum, inputs) => sum + (policyText(inputs, "policy") ?? "").replaceAll(/\s/g, "").length, 0);
  if (total <= MAX_INLINE_CHARACTERS) return undefined;
  return {
    code: "LimitExceeded",
    message: `Maximum policy size of ${MAX_INLINE_CHARACTERS} bytes exceeded for role ${name}`,
  };
}
