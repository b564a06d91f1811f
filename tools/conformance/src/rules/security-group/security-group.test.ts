import { given, itJudges, type RuleCases, secret } from "../../rule-cases.fixture";
import { securityGroupRules } from "./index";

const cases: RuleCases = {
  "security-group/open-ingress-web-only": {
    good: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 443, toPort: 443, description: "x" }],
    ],
    bad: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 80, toPort: 443, description: "x" }],
    ],
  },
  "security-group/open-ingress-high-risk-ports": {
    good: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 443, toPort: 443, description: "x" }],
    ],
    bad: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 3306, toPort: 3306, description: "x" }],
    ],
  },
  "security-group/open-ingress-ssh": {
    good: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 443, toPort: 443, description: "x" }],
    ],
    bad: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 20, toPort: 25, description: "x" }],
    ],
  },
  "security-group/open-ingress-rdp": {
    good: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "10.0.0.0/8", ipProtocol: "tcp", fromPort: 3389, toPort: 3389, description: "x" }],
    ],
    bad: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 3389, toPort: 3389, description: "x" }],
    ],
  },
  "security-group/open-ingress-administration": {
    good: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 443, toPort: 443, description: "x" }],
    ],
    bad: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "0.0.0.0/0", ipProtocol: "-1", fromPort: 0, toPort: 0, description: "x" }],
    ],
  },
  "security-group/open-ingress-administration-ipv6": {
    good: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 22, toPort: 22, description: "x" }],
    ],
    bad: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "::/0", ipProtocol: "tcp", fromPort: 22, toPort: 22, description: "x" }],
    ],
  },
  "security-group/open-ingress-file-sharing": {
    good: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "10.0.0.0/8", ipProtocol: "tcp", fromPort: 445, toPort: 445, description: "x" }],
    ],
    bad: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 445, toPort: 445, description: "x" }],
    ],
  },
  "security-group/no-open-ingress": {
    good: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "10.0.0.0/8", ipProtocol: "tcp", fromPort: 443, toPort: 443, description: "x" }],
    ],
    bad: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 443, toPort: 443, description: "x" }],
    ],
  },
  "security-group/open-ingress-http": {
    good: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 443, toPort: 443, description: "x" }],
    ],
    bad: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 80, toPort: 80, description: "x" }],
    ],
  },
  "security-group/no-inline-http-ingress": {
    good: [["aws:ec2/securityGroup:SecurityGroup", {}]],
    bad: [
      ["aws:ec2/securityGroup:SecurityGroup", { ingress: [{ protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["10.0.0.0/8"] }] }],
    ],
    // What AWS reports of a rule that stands beside the group.
    alsoGood: [[["aws:ec2/securityGroup:SecurityGroup", { ingress: [{ protocol: "tcp", fromPort: 80, toPort: 80 }] }, given({})]]],
    alsoBad: [[["aws:ec2/securityGroup:SecurityGroup", { ingress: secret([{ protocol: "tcp", fromPort: 80, toPort: 80 }]) }]]],
  },
  "security-group/open-ingress-all-ports": {
    good: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 443, toPort: 443, description: "x" }],
    ],
    bad: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 0, toPort: 65535, description: "x" }],
    ],
  },
  "security-group/no-open-egress": {
    good: [["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", { cidrIpv4: "10.0.0.0/8", ipProtocol: "tcp" }]],
    bad: [["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp" }]],
  },
  "security-group/security-group-description": {
    good: [["aws:ec2/securityGroup:SecurityGroup", { description: "Instances of web" }]],
    bad: [["aws:ec2/securityGroup:SecurityGroup", { description: "Managed by Pulumi" }]],
  },
  "security-group/rule-description": {
    good: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "10.0.0.0/8", ipProtocol: "tcp", fromPort: 443, toPort: 443, description: "x" }],
    ],
    bad: [
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { cidrIpv4: "10.0.0.0/8", ipProtocol: "tcp", fromPort: 443, toPort: 443, description: "" }],
    ],
  },
  "security-group/security-group-in-use": {
    good: [
      ["aws:ec2/securityGroup:SecurityGroup", { id: "sg-1" }],
      ["aws:lb/loadBalancer:LoadBalancer", { securityGroups: ["sg-1"] }],
    ],
    bad: [["aws:ec2/securityGroup:SecurityGroup", { id: "sg-1" }]],
  },
  "security-group/rules-in-one-place": {
    good: [
      ["aws:ec2/securityGroup:SecurityGroup", { id: "sg-1" }],
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { securityGroupId: "sg-1" }],
    ],
    bad: [
      ["aws:ec2/securityGroup:SecurityGroup", { id: "sg-1", ingress: [{ protocol: "tcp" }] }],
      ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { securityGroupId: "sg-1" }],
    ],
  },
};

describe("rules of security-group", () => {
  itJudges(securityGroupRules, cases);
});
