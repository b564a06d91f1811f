import { documentRule, principalsRule } from "../../iam/policy-rules";
import { defineResource } from "../../resource-definition";

/** The policy of a table or of a stream; each has one at most. */
export const resourcePolicy = defineResource({
  type: "aws:dynamodb/resourcePolicy:ResourcePolicy",
  schema: { replaceUncertain: "resourceArn" },
  defaults: { confirmRemoveSelfResourceAccess: false },
  comparisons: { policy: "json" },
  rules: [
    documentRule("dynamodb/resource-policy-form", "table", "policy"),
    principalsRule(
      "dynamodb/resource-policy-principals-exist",
      "table",
      "policy",
      () => "Invalid policy document: Invalid principal in policy",
    ),
  ],
  create: (context) => ({
    id: context.text("resourceArn") ?? "",
    outputs: { revisionId: context.identifiers.hex(16) },
  }),
});
