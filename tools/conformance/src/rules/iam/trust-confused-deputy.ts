import { isTiedDown, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

/** Instances and functions give no source when they assume their role. */
const WITHOUT_SOURCE = /:(ec2|lambda)\.amazonaws\.com/;

export const trustConfusedDeputy: Rule = {
  id: "iam/trust-confused-deputy",
  controls: { "prowler:iam_role_cross_service_confused_deputy_prevention": "HIGH" },
  requirement: "Roles of services that deliver for others are tied to an account or a source.",
  subjects: ["aws:iam/role:Role"],
  judge: (resource) => {
    const toServices = statementsOf(resource, "assumeRolePolicy").filter((statement) =>
      statement.principals.some((principal) => principal.startsWith("Service:") && !WITHOUT_SOURCE.test(principal)),
    );
    return toServices.length === 0 ? undefined : toServices.every(isTiedDown);
  },
};
