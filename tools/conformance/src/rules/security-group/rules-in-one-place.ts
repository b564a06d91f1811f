import type { Rule } from "../../rule";
import { CLASSIC_RULE, EGRESS_RULE, INGRESS_RULE } from "../../traffic";

export const rulesInOnePlace: Rule = {
  id: "security-group/rules-in-one-place",
  controls: { "awsguard:security-group-no-rule-management-conflicts": "UNKNOWN" },
  requirement: "A security group has rules inside it or beside it, not both.",
  subjects: ["aws:ec2/securityGroup:SecurityGroup"],
  judge: (resource, stack) => {
    const beside = [CLASSIC_RULE, INGRESS_RULE, EGRESS_RULE].some((type) => stack.referring(type, "securityGroupId", resource).length > 0);
    const inside = ["ingress", "egress"].some((path) => resource.given.has(path));
    return !(beside && inside);
  },
};
