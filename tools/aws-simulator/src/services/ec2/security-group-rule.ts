import type { PropertyValue } from "@org/offline-engine";
import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { ec2Reference } from "./ec2-references";
import { refuseTerms } from "./security-group-rule-terms";

function list(value: PropertyValue | undefined): PropertyValue[] {
  return Array.isArray(value) ? value : [];
}

const terms: Rule = {
  id: "ec2/security-group-rule-terms",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
  cause: "The protocol, ports, block or description of the rule is not one that EC2 takes.",
  remedy: "Correct the rule.",
  reads: ["protocol", "fromPort", "toPort", "cidrBlocks", "ipv6CidrBlocks", "description"],
  refuse: ({ inputs }) =>
    refuseTerms({
      protocol: inputs["protocol"],
      fromPort: inputs["fromPort"],
      toPort: inputs["toPort"],
      ipv4: list(inputs["cidrBlocks"]),
      ipv6: list(inputs["ipv6CidrBlocks"]),
      description: inputs["description"],
    }),
};

/** The older rule, of several blocks: https://www.pulumi.com/registry/packages/aws/api-docs/ec2/securitygrouprule/ */
export const securityGroupRule = defineResource({
  type: "aws:ec2/securityGroupRule:SecurityGroupRule",
  schema: { replaceUncertain: "cidrBlocks fromPort ipv6CidrBlocks prefixListIds protocol securityGroupId self sourceSecurityGroupId toPort type" },
  references: [ec2Reference("securityGroup", "securityGroupId", { within: true }), ec2Reference("securityGroup", "sourceSecurityGroupId")],
  rules: [terms],
  create: (context) => ({
    id: `sgrule-${context.identifiers.digits(10)}`,
    outputs: { securityGroupRuleId: context.identifiers.ec2("sgr"), sourceSecurityGroupId: context.inputs["sourceSecurityGroupId"] ?? "" },
  }),
});
