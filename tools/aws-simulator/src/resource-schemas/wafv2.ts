import type { SchemaRow } from "../resource-schema";

export const wafv2Schemas: Readonly<Record<string, SchemaRow>> = {
  "aws:wafv2/apiKey:ApiKey": {
    required: "scope tokenDomains",
    outputs: "apiKey",
    replaceUnknown: true,
  },
  "aws:wafv2/ipSet:IpSet": {
    required: "ipAddressVersion scope",
    replace: "name scope",
    replaceUncertain: "namePrefix ipAddressVersion",
    outputs: "arn lockToken tagsAll",
    computed: "name namePrefix",
  },
  "aws:wafv2/regexPatternSet:RegexPatternSet": {
    required: "scope",
    outputs: "arn lockToken tagsAll",
    computed: "name namePrefix",
    replaceUnknown: true,
  },
  "aws:wafv2/ruleGroup:RuleGroup": {
    required: "capacity scope visibilityConfig",
    outputs: "arn lockToken tagsAll",
    computed: "name namePrefix",
    replaceUnknown: true,
  },
  "aws:wafv2/webAcl:WebAcl": {
    required: "defaultAction scope visibilityConfig",
    replace: "name scope",
    replaceUncertain: "namePrefix",
    outputs: "applicationIntegrationUrl arn capacity lockToken tagsAll",
    computed: "name namePrefix",
  },
  "aws:wafv2/webAclAssociation:WebAclAssociation": {
    required: "resourceArn webAclArn",
    replace: "resourceArn webAclArn",
  },
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": {
    required: "logDestinationConfigs resourceArn",
    replace: "resourceArn",
    replaceUncertain: "logDestinationConfigs",
  },
  "aws:wafv2/webAclRule:WebAclRule": {
    required: "priority webAclArn",
    computed: "name",
    replaceUnknown: true,
  },
  "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation": {
    required: "priority ruleName webAclArn",
    computed: "overrideAction",
    replaceUnknown: true,
  },
};
