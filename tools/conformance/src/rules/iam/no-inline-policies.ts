import type { Rule } from "../../rule";

export const noInlinePolicies: Rule = {
  id: "iam/no-inline-policies",
  controls: { "cdk-nag:IAMNoInlinePolicy": "ERROR" },
  requirement: "Roles have no policies inside them.",
  subjects: ["aws:iam/role:Role", "aws:iam/rolePolicy:RolePolicy"],
  judge: (resource) => resource.type === "aws:iam/role:Role" && !resource.has("inlinePolicies.policy"),
};
