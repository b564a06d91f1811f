import { itJudges, policy, type ResourceCase, type RuleCases } from "../../rule-cases.fixture";
import { vpcRules } from "./index";

/** A VPC with two private route tables and a public one, of which gateway endpoints serve some. */
function reached(routeTableIds: string[]): ResourceCase[] {
  return [
    ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
    ["aws:ec2/routeTable:RouteTable", { id: "rtb-1", vpcId: "vpc-1" }],
    ["aws:ec2/routeTable:RouteTable", { id: "rtb-2", vpcId: "vpc-1" }],
    ["aws:ec2/routeTable:RouteTable", { id: "rtb-3", vpcId: "vpc-1" }],
    ["aws:ec2/route:Route", { routeTableId: "rtb-3", destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }],
    ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1", serviceName: "a.s3", routeTableIds }],
    ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1", serviceName: "a.dynamodb", routeTableIds }],
  ];
}

const cases: RuleCases = {
  "vpc/default-security-group-empty": {
    good: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", { vpcId: "vpc-1", ingress: [], egress: [] }],
    ],
    bad: [["aws:ec2/vpc:Vpc", { id: "vpc-1" }]],
    alsoBad: [
      [
        ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
        ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", { id: "sg-1", vpcId: "vpc-1", ingress: [], egress: [] }],
        ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", { securityGroupId: "sg-1", ipProtocol: "-1" }],
      ],
    ],
  },
  "vpc/vpc-flow-log": {
    good: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/flowLog:FlowLog", { vpcId: "vpc-1", trafficType: "ALL", logDestination: "arn:x" }],
    ],
    bad: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/flowLog:FlowLog", { vpcId: "vpc-1", trafficType: "ACCEPT", logDestination: "arn:x" }],
    ],
  },
  "vpc/subnet-without-public-addresses": {
    good: [["aws:ec2/subnet:Subnet", {}]],
    bad: [["aws:ec2/subnet:Subnet", { mapPublicIpOnLaunch: true }]],
  },
  "vpc/ec2-endpoint": {
    good: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1", vpcEndpointType: "Interface", serviceName: "com.amazonaws.us-east-1.ec2" }],
    ],
    bad: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1", vpcEndpointType: "Interface", serviceName: "com.amazonaws.us-east-1.xec2" }],
    ],
  },
  "vpc/ecr-api-endpoint": {
    good: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1", vpcEndpointType: "Interface", serviceName: "com.amazonaws.us-east-1.ecr.api" }],
    ],
    bad: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1", vpcEndpointType: "Interface", serviceName: "com.amazonaws.us-east-1.xecr.api" }],
    ],
  },
  "vpc/ecr-docker-endpoint": {
    good: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1", vpcEndpointType: "Interface", serviceName: "com.amazonaws.us-east-1.ecr.dkr" }],
    ],
    bad: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1", vpcEndpointType: "Interface", serviceName: "com.amazonaws.us-east-1.xecr.dkr" }],
    ],
  },
  "vpc/systems-manager-endpoint": {
    good: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1", vpcEndpointType: "Interface", serviceName: "com.amazonaws.us-east-1.ssm" }],
    ],
    bad: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1", vpcEndpointType: "Interface", serviceName: "com.amazonaws.us-east-1.xssm" }],
    ],
  },
  "vpc/incident-contacts-endpoint": {
    good: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1", vpcEndpointType: "Interface", serviceName: "com.amazonaws.us-east-1.ssm-contacts" }],
    ],
    bad: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1", vpcEndpointType: "Interface", serviceName: "com.amazonaws.us-east-1.xssm-contacts" }],
    ],
  },
  "vpc/incident-manager-endpoint": {
    good: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1", vpcEndpointType: "Interface", serviceName: "com.amazonaws.us-east-1.ssm-incidents" }],
    ],
    bad: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1", vpcEndpointType: "Interface", serviceName: "com.amazonaws.us-east-1.xssm-incidents" }],
    ],
  },
  "vpc/gateway-endpoints": {
    good: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1", serviceName: "a.s3", routeTableIds: ["rtb-1"] }],
      ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1", serviceName: "a.dynamodb", routeTableIds: ["rtb-1"] }],
    ],
    bad: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1", serviceName: "a.s3", routeTableIds: ["rtb-1"] }],
    ],
    alsoGood: [reached(["rtb-1", "rtb-2"])],
    alsoBad: [reached(["rtb-1"])],
  },
  "vpc/endpoint-policy": {
    good: [
      ["aws:ec2/vpcEndpoint:VpcEndpoint", { policy: policy({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*", Condition: { StringEquals: { "aws:PrincipalAccount": "1" } } }) }],
    ],
    bad: [
      ["aws:ec2/vpcEndpoint:VpcEndpoint", { policy: policy({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }) }],
    ],
  },
  "vpc/endpoint-in-two-zones": {
    good: [["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcEndpointType: "Interface", subnetIds: ["subnet-1", "subnet-2"] }]],
    bad: [["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcEndpointType: "Interface", subnetIds: ["subnet-1"] }]],
  },
  "vpc/subnets-in-two-zones": {
    good: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/subnet:Subnet", { vpcId: "vpc-1", availabilityZone: "a" }],
      ["aws:ec2/subnet:Subnet", { vpcId: "vpc-1", availabilityZone: "b" }],
    ],
    bad: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/subnet:Subnet", { vpcId: "vpc-1", availabilityZone: "a" }],
      ["aws:ec2/subnet:Subnet", { vpcId: "vpc-1", availabilityZone: "a" }],
    ],
  },
  "vpc/public-and-private-subnets": {
    good: [
      ["aws:ec2/vpc:Vpc", { id: "vpc-1" }],
      ["aws:ec2/subnet:Subnet", { id: "subnet-1", vpcId: "vpc-1" }],
      ["aws:ec2/subnet:Subnet", { id: "subnet-2", vpcId: "vpc-1" }],
      ["aws:ec2/routeTable:RouteTable", { id: "rtb-1", vpcId: "vpc-1" }],
      ["aws:ec2/route:Route", { routeTableId: "rtb-1", destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }],
      ["aws:ec2/routeTableAssociation:RouteTableAssociation", { subnetId: "subnet-1", routeTableId: "rtb-1" }],
    ],
    bad: [["aws:ec2/vpc:Vpc", { id: "vpc-1" }], ["aws:ec2/subnet:Subnet", { id: "subnet-1", vpcId: "vpc-1" }]],
  },
  "vpc/block-public-access": {
    good: [["aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions", { internetGatewayBlockMode: "block-ingress" }]],
    bad: [["aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions", { internetGatewayBlockMode: "off" }]],
  },
  "vpc/network-acl-in-use": {
    good: [
      ["aws:ec2/networkAcl:NetworkAcl", { id: "acl-1" }],
      ["aws:ec2/networkAclAssociation:NetworkAclAssociation", { networkAclId: "acl-1" }],
    ],
    bad: [["aws:ec2/networkAcl:NetworkAcl", { id: "acl-1" }]],
  },
  "vpc/network-acl-administration-ports": {
    good: [
      ["aws:ec2/networkAclRule:NetworkAclRule", { ruleAction: "allow", egress: false, cidrBlock: "0.0.0.0/0", protocol: "6", fromPort: 443, toPort: 443 }],
    ],
    bad: [
      ["aws:ec2/networkAclRule:NetworkAclRule", { ruleAction: "allow", egress: false, cidrBlock: "0.0.0.0/0", protocol: "6", fromPort: 22, toPort: 22 }],
    ],
  },
  "vpc/network-acl-ftp-control": {
    good: [
      ["aws:ec2/networkAclRule:NetworkAclRule", { ruleAction: "allow", egress: false, cidrBlock: "0.0.0.0/0", protocol: "6", fromPort: 443, toPort: 443 }],
    ],
    bad: [
      ["aws:ec2/networkAclRule:NetworkAclRule", { ruleAction: "allow", egress: false, cidrBlock: "0.0.0.0/0", protocol: "6", fromPort: 21, toPort: 21 }],
    ],
  },
  "vpc/network-acl-ftp-data": {
    good: [
      ["aws:ec2/networkAclRule:NetworkAclRule", { ruleAction: "allow", egress: false, cidrBlock: "0.0.0.0/0", protocol: "6", fromPort: 443, toPort: 443 }],
    ],
    bad: [
      ["aws:ec2/networkAclRule:NetworkAclRule", { ruleAction: "allow", egress: false, cidrBlock: "0.0.0.0/0", protocol: "6", fromPort: 20, toPort: 20 }],
    ],
  },
  "vpc/network-acl-all-ports": {
    good: [["aws:ec2/networkAclRule:NetworkAclRule", { ruleAction: "allow", protocol: "6" }]],
    bad: [["aws:ec2/networkAclRule:NetworkAclRule", { ruleAction: "allow", protocol: "-1" }]],
  },
  "vpc/no-network-acl": {
    good: [],
    bad: [["aws:ec2/networkAcl:NetworkAcl", {}]],
  },
  "vpc/no-default-vpc": {
    good: [],
    bad: [["aws:ec2/defaultVpc:DefaultVpc", {}]],
  },
  "vpc/no-nat-instance": {
    good: [["aws:ec2/route:Route", { destinationCidrBlock: "0.0.0.0/0", natGatewayId: "nat-1" }]],
    bad: [["aws:ec2/route:Route", { destinationCidrBlock: "0.0.0.0/0", networkInterfaceId: "eni-1" }]],
  },
  "vpc/narrow-peering-routes": {
    good: [["aws:ec2/route:Route", { destinationCidrBlock: "10.1.0.0/24", vpcPeeringConnectionId: "pcx-1" }]],
    bad: [["aws:ec2/route:Route", { destinationCidrBlock: "0.0.0.0/0", vpcPeeringConnectionId: "pcx-1" }]],
  },
  "vpc/elastic-ip-in-use": {
    good: [["aws:ec2/eip:Eip", { id: "eipalloc-1" }], ["aws:ec2/natGateway:NatGateway", { allocationId: "eipalloc-1" }]],
    bad: [["aws:ec2/eip:Eip", { id: "eipalloc-1" }]],
  },
  "vpc/no-open-internet-route": {
    good: [["aws:ec2/route:Route", { destinationCidrBlock: "0.0.0.0/0", natGatewayId: "nat-1" }]],
    bad: [["aws:ec2/route:Route", { destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }]],
    alsoBad: [[["aws:ec2/defaultRouteTable:DefaultRouteTable", { routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }] }]]],
  },
  "vpc/endpoint-service-accepts-by-hand": {
    good: [["aws:ec2/vpcEndpointService:VpcEndpointService", { acceptanceRequired: true }]],
    bad: [["aws:ec2/vpcEndpointService:VpcEndpointService", { acceptanceRequired: false }]],
  },
  "vpc/source-destination-check": {
    good: [["aws:ec2/networkInterface:NetworkInterface", {}]],
    bad: [["aws:ec2/networkInterface:NetworkInterface", { sourceDestCheck: false }]],
  },
};

describe("rules of vpc", () => {
  itJudges(vpcRules, cases);
});
