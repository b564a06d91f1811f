import type { PropertyMap } from "@org/offline-engine";
import { testRules } from "../../rule-cases.fixture";
import type { Landscape } from "../landscape.fixture";
import { ec2Resources } from "./resources";

const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

function web(landscape: Landscape, over: PropertyMap = {}): PropertyMap {
  return { securityGroupId: landscape.group().id, ipProtocol: "tcp", fromPort: 80, toPort: 80, cidrIpv4: "0.0.0.0/0", ...over };
}

testRules(
  [
    {
      rule: "ec2/security-group-ingress-rule-one-peer",
      code: "InvalidAttributeCombination",
      message: "Exactly one of these attributes must be configured: [cidrIpv4,cidrIpv6,prefixListId,referencedSecurityGroupId], got 2",
      remedy: "Pass exactly one of cidrIpv4, cidrIpv6, prefixListId, referencedSecurityGroupId, and make a rule for each further peer.",
      bad: (l) => l.account.create(INGRESS, "a", web(l, { cidrIpv6: "::/0" })),
      good: (l) => l.account.create(INGRESS, "a", web(l)),
    },
    {
      rule: "ec2/security-group-egress-rule-one-peer",
      code: "InvalidAttributeCombination",
      message: "Exactly one of these attributes must be configured: [cidrIpv4,cidrIpv6,prefixListId,referencedSecurityGroupId], got 0",
      remedy: "Pass exactly one of cidrIpv4, cidrIpv6, prefixListId, referencedSecurityGroupId, and make a rule for each further peer.",
      bad: (l) => l.account.create(EGRESS, "a", { securityGroupId: l.group().id, ipProtocol: "-1" }),
      good: (l) => l.account.create(EGRESS, "a", { securityGroupId: l.group().id, ipProtocol: "-1", prefixListId: "pl-12345678" }),
    },
    {
      rule: "ec2/security-group-ingress-rule-terms",
      code: "InvalidParameterValue",
      message: "Invalid value '70000' for port. Must be between 0 and 65535.",
      remedy: "Use ports of 0 to 65535, fromPort not above toPort.",
      bad: (l) => l.account.create(INGRESS, "a", web(l, { toPort: 70_000 })),
      good: (l) => l.account.create(INGRESS, "a", web(l, { toPort: 65_535 })),
    },
    {
      rule: "ec2/security-group-ingress-rule-terms",
      code: "InvalidParameterValue",
      message: "CIDR block 10.0.0.0/33 is malformed",
      remedy: "Use a block such as 10.0.0.0/16, or ::/0 for IPv6.",
      bad: (l) => l.account.create(INGRESS, "a", web(l, { cidrIpv4: "10.0.0.0/33" })),
      good: (l) => l.account.create(INGRESS, "a", web(l, { cidrIpv4: "10.0.0.1/32" })),
    },
    {
      rule: "ec2/security-group-ingress-rule-terms",
      code: "InvalidParameterValue",
      message: "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.",
      remedy: "Pass fromPort and toPort.",
      bad: (l) => l.account.create(INGRESS, "a", { securityGroupId: l.group().id, ipProtocol: "tcp", cidrIpv4: "0.0.0.0/0" }),
      good: (l) => l.account.create(INGRESS, "a", { securityGroupId: l.group().id, ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" }),
    },
    {
      rule: "ec2/security-group-egress-rule-terms",
      code: "InvalidParameterValue",
      message: "Invalid rule description. Valid descriptions are strings less than 256 characters from the following set: a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*",
      remedy: "Shorten the description, or leave out the characters that are not in the set.",
      bad: (l) => l.account.create(EGRESS, "a", web(l, { description: "the web's door" })),
      good: (l) => l.account.create(EGRESS, "a", web(l, { description: "to the web" })),
    },
    {
      rule: "ec2/security-group-egress-rule-terms",
      code: "InvalidParameterValue",
      message: "Invalid value 'https' for IP protocol. Unknown protocol.",
      remedy: "Use tcp, udp, icmp, icmpv6, -1 for all, or an IANA protocol number.",
      bad: (l) => l.account.create(EGRESS, "a", web(l, { ipProtocol: "https" })),
      good: (l) => l.account.create(EGRESS, "a", web(l, { ipProtocol: "UDP" })),
    },
    {
      rule: "ec2/security-group-ingress-rule-unique",
      code: "InvalidPermission.Duplicate",
      message: "the specified rule \"peer: 0.0.0.0/0, TCP, from port: 80, to port: 80, ALLOW\" already exists",
      remedy: "Remove one of the two rules; where one comes from `ingress` or `egress` of the group, keep to one way of declaring rules.",
      bad: (l) => {
        l.account.create(INGRESS, "a", web(l));
        l.account.create(INGRESS, "b", web(l, { description: "again" }));
      },
      good: (l) => {
        l.account.create(INGRESS, "a", web(l));
        l.account.create(EGRESS, "a", web(l));
        l.account.create(INGRESS, "b", web(l, { fromPort: 443, toPort: 443 }));
      },
    },
    {
      rule: "ec2/security-group-egress-rule-unique",
      code: "InvalidPermission.Duplicate",
      message: "the specified rule \"peer: 0.0.0.0/0, TCP, from port: 79, to port: 80, ALLOW\" already exists",
      remedy: "Remove one of the two rules; where one comes from `ingress` or `egress` of the group, keep to one way of declaring rules.",
      bad: (l) => {
        const first = l.account.create(EGRESS, "a", web(l));
        l.account.create(EGRESS, "b", web(l, { fromPort: 79 }));
        l.account.update(first, web(l, { fromPort: 79 }));
      },
      good: (l) => l.account.update(l.account.create(EGRESS, "a", web(l)), web(l, { description: "to the web" })),
    },
    {
      rule: "ec2/security-group-ingress-rule-same-network",
      code: "InvalidGroup.NotFound",
      message: "You have specified two resources that belong to different networks.",
      remedy: "Refer to a security group of the same VPC.",
      bad: (l) => l.account.create(INGRESS, "a", { ...web(l), cidrIpv4: null, referencedSecurityGroupId: l.group("foreign", l.foreignVpc()).id }),
      good: (l) => {
        l.account.create("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "p", { vpcId: l.vpc().id, peerVpcId: l.foreignVpc().id });
        l.account.create(INGRESS, "a", { ...web(l), cidrIpv4: null, referencedSecurityGroupId: l.group("foreign", l.foreignVpc()).id });
      },
    },
    {
      rule: "ec2/security-group-egress-rule-same-network",
      code: "InvalidGroup.NotFound",
      message: "You have specified two resources that belong to different networks.",
      remedy: "Refer to a security group of the same VPC.",
      bad: (l) => l.account.create(EGRESS, "a", { ...web(l), cidrIpv4: null, referencedSecurityGroupId: l.group("foreign", l.foreignVpc()).id }),
      good: (l) => l.account.create(EGRESS, "a", { ...web(l), cidrIpv4: null, referencedSecurityGroupId: l.group("peer").id }),
    },
  ],
  ec2Resources.filter(({ type }) => type.startsWith("aws:vpc/")),
);
