import type { Rule } from "../../rule";

export const policiesInOnePlace: Rule = {
  id: "iam/policies-in-one-place",
  controls: { "awsguard:iam-role-no-policy-management-conflicts": "UNKNOWN" },
  requirement: "The policies of a role are managed in one way.",
  subjects: ["aws:iam/role:Role"],
  judge: (resource, stack) => {
    const beside = ["aws:iam/rolePolicy:RolePolicy", "aws:iam/rolePolicyAttachment:RolePolicyAttachment"].some(
      (type) => stack.referring(type, "role", resource).length > 0,
    );
    const inside = ["inlinePolicies.policy", "managedPolicyArns"].some((path) => resource.given.has(path));
    return !(beside && inside);
  },
};
