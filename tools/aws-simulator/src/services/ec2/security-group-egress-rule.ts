import { securityGroupRuleDefinition } from "./security-group-rule-definition";

export const securityGroupEgressRule = securityGroupRuleDefinition("Egress");
