import { securityGroupRuleDefinition } from "./security-group-rule-definition";

export const securityGroupIngressRule = securityGroupRuleDefinition("Ingress");
