import { isAllow, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const trustNamesPrincipals: Rule = {
  id: "iam/trust-names-principals",
  controls: { "CKV_AWS_60": "UNKNOWN" },
  requirement: "Roles say who may assume them.",
  subjects: ["aws:iam/role:Role"],
  judge: (resource) =>
    !statementsOf(resource, "assumeRolePolicy").some((statement) => isAllow(statement) && statement.principals.includes("*")),
};
