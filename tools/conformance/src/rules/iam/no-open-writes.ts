import { allowed, IDENTITY_POLICIES, isReadOrChannel } from "../../identity-policy";
import type { Rule } from "../../rule";

export const noOpenWrites: Rule = {
  id: "iam/no-open-writes",
  controls: { "CKV_AWS_290": "UNKNOWN" },
  requirement: "No policy writes to everything without a condition.",
  subjects: IDENTITY_POLICIES,
  judge: (resource) =>
    !allowed(resource).some(
      (statement) => statement.conditions.length === 0 && statement.resources.includes("*") && !statement.actions.every(isReadOrChannel),
    ),
};
