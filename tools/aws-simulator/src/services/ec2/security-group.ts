import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import type { DeleteRule } from "../../resource-definition";
import type { Rule } from "../../rule";
import { ec2Reference } from "./ec2-references";
import { refuseDescription, refuseTerms } from "./security-group-rule-terms";

const legalDescription: Rule = {
  id: "ec2/security-group-description-legal",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html",
  cause: "A description has at most 255 characters of a small set.",
  remedy: "Shorten the description, or leave out the characters that are not in the set.",
  reads: ["description"],
  refuse: ({ inputs }) => refuseDescription(inputs["description"], "security group"),
};

function isMap(value: PropertyValue): value is PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function list(value: PropertyValue | undefined): PropertyValue[] {
  return Array.isArray(value) ? value : [];
}

const inlineTerms: Rule = {
  id: "ec2/security-group-inline-rule-terms",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
  cause: "The protocol, ports, block or description of a rule in `ingress` or `egress` is not one that EC2 takes.",
  remedy: "Correct the rule.",
  reads: ["ingress", "egress"],
  refuse({ inputs }) {
    for (const rule of [...list(inputs["ingress"]), ...list(inputs["egress"])].filter(isMap)) {
      const refusal = refuseTerms({
        protocol: rule["protocol"],
        fromPort: rule["fromPort"],
        toPort: rule["toPort"],
        ipv4: list(rule["cidrBlocks"]),
        ipv6: list(rule["ipv6CidrBlocks"]),
        description: rule["description"],
      });
      if (refusal !== undefined) return refusal;
    }
    return undefined;
  },
};

/** The network interfaces of running instances hold the groups of their launch template. */
const usedByInstances: DeleteRule = {
  id: "ec2/security-group-used-by-instances",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSecurityGroup.html",
  cause: "A group cannot be deleted while a network interface has it.",
  remedy: "Delete the Auto Scaling group first, or take the security group out of its launch template.",
  refuse(group, context) {
    for (const template of context.referrers("aws:ec2/launchTemplate:LaunchTemplate", group)) {
      for (const fleet of context.referrers("aws:autoscaling/group:Group", template)) {
        if (Number(fleet.outputs["desiredCapacity"]) === 0) continue;
        return { code: "DependencyViolation", message: `resource ${group.id} has a dependent object` };
      }
    }
    return undefined;
  },
};

export const securityGroup = defineResource({
  type: "aws:ec2/securityGroup:SecurityGroup",
  defaults: { description: "Managed by Pulumi", revokeRulesOnDelete: false },
  comparisons: { ingress: "set", egress: "set" },
  name: {
    scope: { within: "vpcId" },
    taken: (name, _holder, context) => ({
      code: "InvalidGroup.Duplicate",
      message: `The security group '${name}' already exists for VPC '${context.text("vpcId") ?? "default"}'`,
    }),
  },
  references: [ec2Reference("vpc", "vpcId", { holds: true })],
  rules: [legalDescription, inlineTerms],
  deleteRules: [usedByInstances],
  create(context) {
    const id = context.identifiers.ec2("sg");
    return {
      id,
      arn: context.arn("ec2", `security-group/${id}`),
      outputs: {
        ...physicalName(context).outputs,
        ownerId: context.accountId,
        ingress: context.inputs["ingress"] ?? [],
        egress: context.inputs["egress"] ?? [],
        vpcId: context.inputs["vpcId"] ?? "",
      },
    };
  },
});
