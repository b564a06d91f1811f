import type { PropertyMap } from "@org/offline-engine";
import { defineResource } from "../../resource-definition";
import type { ResourceDefinition } from "../../resource-definition";
import type { Rule } from "../../rule";
import { ec2Reference } from "./ec2-references";
import { refuseTerms } from "./security-group-rule-terms";
import { vpcOf } from "./vpc-attachments";

type Direction = "Ingress" | "Egress";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const peers = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];
const scope = ["ipProtocol", "fromPort", "toPort"];

const types: Readonly<Record<Direction, string>> = {
  Ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  Egress: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
};

const onePeer = (direction: Direction): Rule => ({
  id: `ec2/security-group-${direction.toLowerCase()}-rule-one-peer`,
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRuleRequest.html",
  cause: "A rule has one peer.",
  remedy: `Pass exactly one of ${peers.join(", ")}, and make a rule for each further peer.`,
  reads: peers,
  refuse({ inputs }) {
    const given = peers.filter((peer) => inputs[peer] !== undefined);
    if (given.length === 1) return undefined;
    return {
      code: "InvalidAttributeCombination",
      message: `Exactly one of these attributes must be configured: [${peers.join(",")}], got ${given.length}`,
    };
  },
});

const terms = (direction: Direction): Rule => ({
  id: `ec2/security-group-${direction.toLowerCase()}-rule-terms`,
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
  cause: "The protocol, ports, block or description of the rule is not one that EC2 takes.",
  remedy: "Correct the rule.",
  reads: [...scope, "cidrIpv4", "cidrIpv6", "description"],
  refuse: ({ inputs }) =>
    refuseTerms({
      protocol: inputs["ipProtocol"],
      fromPort: inputs["fromPort"],
      toPort: inputs["toPort"],
      ipv4: inputs["cidrIpv4"] === undefined ? [] : [inputs["cidrIpv4"]],
      ipv6: inputs["cidrIpv6"] === undefined ? [] : [inputs["cidrIpv6"]],
      description: inputs["description"],
    }),
});

/** Two rules are one to EC2 when these agree; descriptions and tags do not count. */
function identityOf(values: PropertyMap): string {
  return JSON.stringify([...scope, ...peers].map((property) => values[property] ?? null));
}

function peerOf(values: PropertyMap): string {
  return String(values[peers.find((peer) => values[peer] !== undefined) ?? ""]);
}

const unique = (direction: Direction): Rule => ({
  id: `ec2/security-group-${direction.toLowerCase()}-rule-unique`,
  source: "https://github.com/hashicorp/terraform/issues/1874",
  cause: "A security group has a rule once.",
  remedy: "Remove one of the two rules; where one comes from `ingress` or `egress` of the group, keep to one way of declaring rules.",
  reads: ["securityGroupId", ...scope, ...peers],
  refuse(context) {
    const group = context.find(GROUP, context.text("securityGroupId") ?? "");
    if (group === undefined) return undefined;
    const identity = identityOf(context.inputs);
    const other = context
      .referrers(types[direction], group)
      .find(({ id, urn, outputs }) => id !== context.object?.id && !(context.preview && urn === context.urn) && sameGroup(outputs, context.inputs) && identityOf(outputs) === identity);
    if (other === undefined) return undefined;
    const { ipProtocol, fromPort, toPort } = context.inputs;
    return {
      code: "InvalidPermission.Duplicate",
      message: `the specified rule "peer: ${peerOf(context.inputs)}, ${String(ipProtocol).toUpperCase()}, from port: ${String(fromPort ?? -1)}, to port: ${String(toPort ?? -1)}, ALLOW" already exists`,
    };
  },
});

function sameGroup(a: PropertyMap, b: PropertyMap): boolean {
  return a["securityGroupId"] === b["securityGroupId"];
}

const peering = ["aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "aws:ec2transitgateway/vpcAttachment:VpcAttachment"];

const sameNetwork = (direction: Direction): Rule => ({
  id: `ec2/security-group-${direction.toLowerCase()}-rule-same-network`,
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  cause: "A rule refers to a group of its own VPC, or of a VPC that is connected to it.",
  remedy: "Refer to a security group of the same VPC.",
  reads: ["securityGroupId", "referencedSecurityGroupId"],
  refuse(context) {
    const own = context.text("securityGroupId") ?? "";
    const peer = context.text("referencedSecurityGroupId") ?? "";
    const [a, b] = [vpcOf(context, GROUP, own), vpcOf(context, GROUP, peer)];
    if (a === undefined || b === undefined || a === b) return undefined;
    if (peering.some((type) => context.objectsOfAllRegions(type).length > 0)) return undefined;
    return { code: "InvalidGroup.NotFound", message: "You have specified two resources that belong to different networks." };
  },
});

const peerGroup = ec2Reference("securityGroup", "referencedSecurityGroupId", { holds: true });

/** One direction's standalone rule. The two types differ in nothing else. */
export function securityGroupRuleDefinition(direction: Direction): ResourceDefinition {
  return defineResource({
    type: types[direction],
    references: [
      ec2Reference("securityGroup", "securityGroupId", { within: true }),
      // A rule that refers to its own group goes with it.
      { ...peerGroup, holds: (group, rule) => (rule.outputs["securityGroupId"] === group.id ? undefined : peerGroup.holds?.(group, rule)) },
    ],
    rules: [onePeer(direction), terms(direction), sameNetwork(direction), unique(direction)],
    create(context) {
      const id = context.identifiers.ec2("sgr");
      return { id, arn: context.arn("ec2", `security-group-rule/${id}`), outputs: { securityGroupRuleId: id } };
    },
  });
}
