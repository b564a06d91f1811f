import { allowed, IDENTITY_POLICIES } from "../../identity-policy";
import type { Rule } from "../../rule";

export const noWildcards: Rule = {
  id: "iam/no-wildcards",
  controls: { "AwsSolutions-IAM5": "HIGH" },
  requirement: "No allowed action or resource has a wildcard.",
  subjects: IDENTITY_POLICIES,
  judge: (resource) =>
    !allowed(resource).some((statement) => [...statement.actions, ...statement.resources].some((text) => text.includes("*"))),
};
