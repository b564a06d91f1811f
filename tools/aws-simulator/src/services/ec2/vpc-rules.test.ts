import { testRules } from "../../rule-cases.fixture";
import { vpc } from "./vpc";
import { subnet } from "./subnet";
import { flowLog } from "./flow-log";
import { vpcEndpoint } from "./vpc-endpoint";
import { vpcIpv4CidrBlockAssociation } from "./vpc-ipv4-cidr-block-association";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const FLOW_LOG = "aws:ec2/flowLog:FlowLog";
const flow = { trafficType: "ALL", logDestinationType: "s3", logDestination: "arn:aws:s3:::flow" };

testRules(
  [
    {
      rule: "ec2/subnet-in-vpc",
      code: "InvalidSubnet.Range",
      message: "The CIDR '192.168.0.0/24' is invalid.",
      remedy: "Use a block of /16 to /28 inside the VPC's block.",
      bad: (l) => l.account.create(SUBNET, "a", { vpcId: l.vpc().id, cidrBlock: "192.168.0.0/24" }),
      good: (l) => {
        const vpc = l.account.create(VPC, "pooled", { ipv4IpamPoolId: "ipam-pool-0123456789abcdef0", ipv4NetmaskLength: 16 });
        l.account.create(SUBNET, "a", { vpcId: vpc.id, cidrBlock: "192.168.0.0/24" });
      },
    },
    {
      rule: "ec2/subnet-ipv6-in-vpc",
      code: "InvalidSubnet.Range",
      message: "The CIDR '2600:1f18:0:1::/64' is invalid.",
      remedy: "Use a /64 inside the VPC's ipv6CidrBlock.",
      bad: ({ account }) => {
        const vpc = account.create(VPC, "dual", { cidrBlock: "10.0.0.0/16", assignGeneratedIpv6CidrBlock: true });
        account.create(SUBNET, "a", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", ipv6CidrBlock: "2600:1f18:0:1::/64" });
      },
      good: ({ account }) => {
        const vpc = account.create(VPC, "dual", { cidrBlock: "10.0.0.0/16", assignGeneratedIpv6CidrBlock: true });
        const ipv6CidrBlock = String(vpc.outputs["ipv6CidrBlock"]).replace("/56", "/64");
        account.create(SUBNET, "a", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", ipv6CidrBlock });
      },
    },
    {
      rule: "ec2/subnet-ipv6-free",
      code: "InvalidSubnet.Conflict",
      message: "The CIDR '2600:1f18:0:1::/64' conflicts with another subnet",
      remedy: "Use a /64 that no other subnet of the VPC has.",
      bad: (l) => {
        const vpcId = l.vpc().id;
        l.account.create(SUBNET, "a", { vpcId, cidrBlock: "10.0.0.0/24", ipv6CidrBlock: "2600:1f18:0:1::/64" });
        l.account.create(SUBNET, "b", { vpcId, cidrBlock: "10.0.1.0/24", ipv6CidrBlock: "2600:1f18:0:1::/64" });
      },
      good: (l) => {
        const vpcId = l.vpc().id;
        l.account.create(SUBNET, "a", { vpcId, cidrBlock: "10.0.0.0/24", ipv6CidrBlock: "2600:1f18:0:1::/64" });
        l.account.create(SUBNET, "b", { vpcId, cidrBlock: "10.0.1.0/24", ipv6CidrBlock: "2600:1f18:0:2::/64" });
      },
    },
    {
      rule: "ec2/vpc-cidr-given",
      code: "MissingParameter",
      message: "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided.",
      remedy: "Pass cidrBlock, or ipv4IpamPoolId.",
      bad: ({ account }) => account.create(VPC, "a"),
      good: ({ account }) => account.create(VPC, "a", { ipv4IpamPoolId: "ipam-pool-1", ipv4NetmaskLength: 16 }),
    },
    {
      rule: "ec2/vpc-cidr-size",
      code: "InvalidVpc.Range",
      message: "The CIDR '10.0.0.0/8' is invalid.",
      remedy: "Use an IPv4 block of /16 to /28, for example 10.0.0.0/16.",
      bad: ({ account }) => account.create(VPC, "a", { cidrBlock: "10.0.0.0/8" }),
      good: ({ account }) => account.create(VPC, "a", { cidrBlock: "10.0.0.0/28" }),
    },
    {
      rule: "ec2/vpc-cidr-size",
      code: "InvalidParameterValue",
      message: "Value (10.0.0/16) for parameter cidrBlock is invalid. This is not a valid CIDR block.",
      remedy: "Use an IPv4 block of /16 to /28, for example 10.0.0.0/16.",
      bad: ({ account }) => account.preview(VPC, "a", { cidrBlock: "10.0.0/16" }),
      good: ({ account }) => account.preview(VPC, "a", { cidrBlock: "10.0.0.0/16" }),
    },
    {
      rule: "ec2/subnet-in-vpc",
      code: "InvalidSubnet.Range",
      message: "The CIDR '10.1.0.0/24' is invalid.",
      remedy: "Use a block of /16 to /28 inside the VPC's block.",
      bad: (l) => l.account.create(SUBNET, "a", { vpcId: l.vpc().id, cidrBlock: "10.1.0.0/24" }),
      good: (l) => {
        l.account.create("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "b", { vpcId: l.vpc().id, cidrBlock: "10.1.0.0/16" });
        l.account.create(SUBNET, "a", { vpcId: l.vpc().id, cidrBlock: "10.1.0.0/24" });
      },
    },
    {
      rule: "ec2/subnet-in-vpc",
      code: "InvalidSubnet.Range",
      message: "The CIDR '10.0.0.0/29' is invalid.",
      remedy: "Use a block of /16 to /28 inside the VPC's block.",
      bad: (l) => l.account.create(SUBNET, "a", { vpcId: l.vpc().id, cidrBlock: "10.0.0.0/29" }),
      good: (l) => l.account.create(SUBNET, "a", { vpcId: l.vpc().id, cidrBlock: "10.0.0.0/28" }),
    },
    {
      rule: "ec2/subnet-in-vpc",
      code: "InvalidParameterValue",
      message: "Value (10.0.0.0) for parameter cidrBlock is invalid. This is not a valid CIDR block.",
      remedy: "Use a block of /16 to /28 inside the VPC's block.",
      bad: (l) => l.account.create(SUBNET, "a", { vpcId: l.vpc().id, cidrBlock: "10.0.0.0" }),
      good: (l) => l.account.create(SUBNET, "a", { vpcId: l.vpc().id, cidrBlock: "10.0.0.0/16" }),
    },
    {
      rule: "ec2/subnet-cidr-free",
      code: "InvalidSubnet.Conflict",
      message: "The CIDR '10.0.0.128/25' conflicts with another subnet",
      remedy: "Use a block that no other subnet of the VPC overlaps. A replacement is made before the old subnet goes: give it another block, or set deleteBeforeReplace.",
      bad: (l) => l.account.create(SUBNET, "x", { vpcId: l.subnet().outputs["vpcId"] ?? "", cidrBlock: "10.0.0.128/25" }),
      good: (l) => l.account.create(SUBNET, "x", { vpcId: l.subnet().outputs["vpcId"] ?? "", cidrBlock: "10.0.1.0/25" }),
    },
    {
      rule: "ec2/subnet-zone-of-region",
      code: "InvalidParameterValue",
      message: "Value (eu-west-1a) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: us-east-1a, us-east-1b, us-east-1c, us-east-1d, us-east-1e, us-east-1f.",
      remedy: "Use a zone of the region, as aws.getAvailabilityZones gives them.",
      bad: (l) => l.account.create(SUBNET, "a", { vpcId: l.vpc().id, cidrBlock: "10.0.0.0/24", availabilityZone: "eu-west-1a" }),
      good: (l) => l.account.create(SUBNET, "a", { vpcId: l.vpc().id, cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1-bos-1a" }),
    },
    {
      rule: "ec2/vpc-ipv4-cidr-block-association-legal",
      code: "InvalidVpc.Range",
      message: "The CIDR '10.0.8.0/24' overlaps with another CIDR of vpc-*",
      remedy: "Use a block of /16 to /28 that the VPC does not have yet.",
      bad: (l) => l.account.create("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "a", { vpcId: l.vpc().id, cidrBlock: "10.0.8.0/24" }),
      good: (l) => l.account.create("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "a", { vpcId: l.vpc().id, cidrBlock: "100.64.0.0/16" }),
    },
    {
      rule: "ec2/vpc-ipv4-cidr-block-association-legal",
      code: "InvalidVpc.Range",
      message: "The CIDR '100.64.0.0/10' is invalid.",
      remedy: "Use a block of /16 to /28 that the VPC does not have yet.",
      bad: (l) => l.account.create("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "a", { vpcId: l.vpc().id, cidrBlock: "100.64.0.0/10" }),
      good: (l) => l.account.create("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "a", { vpcId: l.vpc().id, cidrBlock: "100.64.0.0/28" }),
    },
    {
      rule: "ec2/vpc-endpoint-service-of-region",
      code: "InvalidServiceName",
      message: "The Vpc Endpoint Service 'com.amazonaws.eu-west-1.s3' does not exist",
      remedy: "Use the region of the VPC in serviceName: com.amazonaws.<region>.<service>.",
      bad: (l) => l.account.create(ENDPOINT, "a", { vpcId: l.vpc().id, serviceName: "com.amazonaws.eu-west-1.s3" }),
      good: (l) => l.account.create(ENDPOINT, "a", { vpcId: l.vpc().id, serviceName: "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0", vpcEndpointType: "Interface" }),
    },
    {
      rule: "ec2/vpc-endpoint-gateway-service",
      code: "InvalidParameter",
      message: "Endpoint type (Gateway) does not match available service types ([Interface]).",
      remedy: "Set vpcEndpointType to \"Interface\".",
      bad: (l) => l.account.create(ENDPOINT, "a", { vpcId: l.vpc().id, serviceName: "com.amazonaws.us-east-1.logs" }),
      good: (l) => l.account.create(ENDPOINT, "a", { vpcId: l.vpc().id, serviceName: "com.amazonaws.us-east-1.dynamodb" }),
    },
    {
      rule: "ec2/vpc-endpoint-private-dns",
      code: "InvalidParameter",
      message: "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for vpc-*",
      remedy: "Set enableDnsSupport and enableDnsHostnames of the VPC to true.",
      bad: (l) => {
        const vpc = l.account.create(VPC, "plain", { cidrBlock: "10.2.0.0/16" });
        l.account.create(ENDPOINT, "a", { vpcId: vpc.id, serviceName: "com.amazonaws.us-east-1.logs", vpcEndpointType: "Interface", privateDnsEnabled: true });
      },
      good: (l) => l.account.create(ENDPOINT, "a", { vpcId: l.vpc().id, serviceName: "com.amazonaws.us-east-1.logs", vpcEndpointType: "Interface", privateDnsEnabled: true }),
    },
    {
      rule: "ec2/flow-log-subject",
      code: "InvalidCombinationOfArguments",
      message: "one of `eniId,regionalNatGatewayId,subnetId,transitGatewayAttachmentId,transitGatewayId,vpcId` must be specified",
      remedy: "Pass exactly one of eniId, regionalNatGatewayId, subnetId, transitGatewayAttachmentId, transitGatewayId, vpcId.",
      bad: (l) => l.account.create(FLOW_LOG, "a", { ...flow, vpcId: l.vpc().id, subnetId: l.subnet().id }),
      good: (l) => l.account.create(FLOW_LOG, "a", { ...flow, vpcId: l.vpc().id }),
    },
    {
      rule: "ec2/flow-log-role",
      code: "InvalidParameter",
      message: "DeliverLogsPermissionArn can't be empty if LogDestinationType is cloud-watch-logs.",
      remedy: "Pass iamRoleArn exactly when logDestinationType is cloud-watch-logs.",
      bad: (l) => l.account.create(FLOW_LOG, "a", { ...flow, logDestinationType: "cloud-watch-logs", vpcId: l.vpc().id }),
      good: (l) => l.account.create(FLOW_LOG, "a", { ...flow, vpcId: l.vpc().id }),
    },
    {
      rule: "ec2/flow-log-interval",
      code: "InvalidParameter",
      message: "Invalid MaxAggregationInterval 300. Valid values are 60 and 600.",
      remedy: "Set maxAggregationInterval to 60 or 600.",
      bad: (l) => l.account.create(FLOW_LOG, "a", { ...flow, vpcId: l.vpc().id, maxAggregationInterval: 300 }),
      good: (l) => l.account.create(FLOW_LOG, "a", { ...flow, vpcId: l.vpc().id, maxAggregationInterval: 60 }),
    },
  ],
  [vpc, subnet, flowLog, vpcEndpoint, vpcIpv4CidrBlockAssociation],
);
