import { isAllow, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const tablePolicyOwnAccount: Rule = {
  id: "dynamodb/table-policy-own-account",
  controls: { "prowler:dynamodb_table_cross_account_access": "MEDIUM" },
  requirement: "Policies of tables name principals of the same account only.",
  subjects: ["aws:dynamodb/resourcePolicy:ResourcePolicy"],
  judge: (resource) => {
    const [, , , , account] = resource.text("resourceArn").split(":");
    return statementsOf(resource).filter(isAllow).every(
      ({ principals }) => principals.every((principal) => principal.includes(`::${account}:`)),
    );
  },
};
