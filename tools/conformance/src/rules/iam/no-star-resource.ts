import { allowed, IDENTITY_POLICIES, isUnrestrictable } from "../../identity-policy";
import type { Rule } from "../../rule";

export const noStarResource: Rule = {
  id: "iam/no-star-resource",
  controls: { "CKV_AWS_355": "UNKNOWN" },
  requirement: "Only actions that cannot be restricted to resources are allowed on all of them.",
  subjects: IDENTITY_POLICIES,
  judge: (resource) =>
    !allowed(resource).some((statement) => statement.resources.includes("*") && !statement.actions.every(isUnrestrictable)),
};
