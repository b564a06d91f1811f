import type { PropertyMap } from "@org/offline-engine";
import type { Landscape } from "./landscape.fixture";

const rule = (landscape: Landscape): PropertyMap => ({
  securityGroupId: landscape.group().id,
  referencedSecurityGroupId: landscape.group("peer").id,
  ipProtocol: "tcp",
  fromPort: 80,
  toPort: 80,
});
const forward = (landscape: Landscape): PropertyMap => ({
  type: "forward",
  forward: { targetGroups: [{ arn: landscape.targets().id, weight: 1 }, { arn: landscape.targets("others").id, weight: 1 }] },
});

/** For each type: inputs that AWS takes and that use every reference the type has, as far as they go together. */
export const completeInputs: Readonly<Record<string, readonly ((landscape: Landscape) => PropertyMap)[]>> = {
  "aws:ebs/encryptionByDefault:EncryptionByDefault": [() => ({})],
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": [() => ({ state: "block-all-sharing" })],
  "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": [
    (l) => ({ defaultNetworkAclId: l.vpc().outputs["defaultNetworkAclId"] ?? "", subnetIds: [l.subnet().id] }),
  ],
  "aws:ec2/defaultRouteTable:DefaultRouteTable": [(l) => ({ defaultRouteTableId: l.vpc().outputs["defaultRouteTableId"] ?? "" })],
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": [(l) => ({ vpcId: l.vpc().id })],
  "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": [(l) => ({ vpcId: l.vpc().id })],
  "aws:ec2/eip:Eip": [() => ({ domain: "vpc" })],
  "aws:ec2/eipAssociation:EipAssociation": [(l) => ({ allocationId: l.address().id })],
  "aws:ec2/flowLog:FlowLog": [
    (l) => ({ vpcId: l.vpc().id, trafficType: "ALL", iamRoleArn: "arn:aws:iam::210987654321:role/logs", logDestination: "arn:aws:logs:us-east-1:210987654321:log-group:flow" }),
    (l) => ({ subnetId: l.subnet().id, trafficType: "ALL", logDestinationType: "s3", logDestination: "arn:aws:s3:::flow" }),
  ],
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess": [() => ({ state: "block-new-sharing" })],
  "aws:ec2/instance:Instance": [(l) => ({ ami: "ami-0123456789abcdef0", subnetId: l.subnet().id, vpcSecurityGroupIds: [l.group().id] })],
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults": [() => ({ httpTokens: "required" })],
  "aws:ec2/internetGateway:InternetGateway": [(l) => ({ vpcId: l.vpc().id })],
  "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment": [(l) => ({ vpcId: l.foreignVpc().id, internetGatewayId: l.gateway().id })],
  "aws:ec2/keyPair:KeyPair": [() => ({ publicKey: "ssh-ed25519 AAAA" })],
  "aws:ec2/launchTemplate:LaunchTemplate": [(l) => ({ imageId: "ami-0123456789abcdef0", instanceType: "t3.micro", vpcSecurityGroupIds: [l.group().id] })],
  "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation": [(l) => ({ vpcId: l.vpc().id, routeTableId: l.table().id })],
  "aws:ec2/managedPrefixList:ManagedPrefixList": [() => ({ addressFamily: "IPv4", maxEntries: 5 })],
  "aws:ec2/natGateway:NatGateway": [
    (l) => {
      l.gateway();
      return { subnetId: l.subnet().id, allocationId: l.address().id };
    },
    (l) => {
      l.gateway();
      const availabilityZoneAddresses = [{ availabilityZone: "us-east-1a", allocationIds: [l.address().id] }];
      return { vpcId: l.vpc().id, availabilityMode: "regional", availabilityZoneAddresses };
    },
  ],
  "aws:ec2/networkAcl:NetworkAcl": [(l) => ({ vpcId: l.vpc().id, subnetIds: [l.subnet().id] })],
  "aws:ec2/networkAclAssociation:NetworkAclAssociation": [(l) => ({ networkAclId: l.acl().id, subnetId: l.subnet().id })],
  "aws:ec2/networkAclRule:NetworkAclRule": [(l) => ({ networkAclId: l.acl().id, ruleNumber: 100, protocol: "-1", ruleAction: "deny", cidrBlock: "0.0.0.0/0" })],
  "aws:ec2/route:Route": [
    (l) => ({ routeTableId: l.table().id, destinationCidrBlock: "0.0.0.0/0", natGatewayId: l.nat().id }),
    (l) => ({ routeTableId: l.table().id, destinationIpv6CidrBlock: "::/0", egressOnlyGatewayId: l.egressOnly().id }),
    (l) => ({ routeTableId: l.table().id, destinationCidrBlock: "192.168.0.0/16", vpcEndpointId: l.endpoint().id }),
  ],
  "aws:ec2/routeTable:RouteTable": [(l) => ({ vpcId: l.vpc().id, routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: l.nat().id }] })],
  "aws:ec2/routeTableAssociation:RouteTableAssociation": [(l) => ({ routeTableId: l.table().id, subnetId: l.subnet().id })],
  "aws:ec2/securityGroup:SecurityGroup": [(l) => ({ vpcId: l.vpc().id })],
  "aws:ec2/securityGroupRule:SecurityGroupRule": [
    (l) => ({ securityGroupId: l.group().id, sourceSecurityGroupId: l.group("peer").id, type: "ingress", protocol: "tcp", fromPort: 80, toPort: 80 }),
  ],
  "aws:ec2/subnet:Subnet": [(l) => ({ vpcId: l.vpc().id, cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" })],
  "aws:ec2/vpc:Vpc": [() => ({ cidrBlock: "10.0.0.0/16" })],
  "aws:ec2/vpcDhcpOptions:VpcDhcpOptions": [() => ({ domainName: "example.internal", domainNameServers: ["AmazonProvidedDNS"] })],
  "aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation": [
    (l) => ({ vpcId: l.vpc().id, dhcpOptionsId: l.dhcpOptions().id }),
  ],
  "aws:ec2/vpcEndpoint:VpcEndpoint": [
    (l) => ({ vpcId: l.vpc().id, serviceName: "com.amazonaws.us-east-1.s3", routeTableIds: [l.table().id] }),
    (l) => ({
      vpcId: l.vpc().id,
      serviceName: "com.amazonaws.us-east-1.logs",
      vpcEndpointType: "Interface",
      subnetIds: [l.subnet().id],
      securityGroupIds: [l.group().id],
    }),
  ],
  "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation": [(l) => ({ vpcEndpointId: l.endpoint().id, routeTableId: l.table().id })],
  "aws:ec2/vpcIpam:VpcIpam": [() => ({ operatingRegions: [{ regionName: "us-east-1" }] })],
  "aws:ec2/vpcIpamPool:VpcIpamPool": [() => ({ addressFamily: "ipv4", ipamScopeId: "ipam-scope-0123456789abcdef0", locale: "us-east-1" })],
  "aws:ec2/vpcIpamPoolCidr:VpcIpamPoolCidr": [() => ({ ipamPoolId: "ipam-pool-0123456789abcdef0", cidr: "10.64.0.0/12" })],
  "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation": [(l) => ({ vpcId: l.vpc().id, cidrBlock: "10.1.0.0/16" })],
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": [rule],
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": [rule],
  "aws:lb/listener:Listener": [
    (l) => ({ loadBalancerArn: l.balancer().id, port: 80, protocol: "HTTP", defaultActions: [forward(l)] }),
    (l) => {
      l.validation();
      return { loadBalancerArn: l.balancer().id, port: 443, protocol: "HTTPS", certificateArn: l.certificate().id, defaultActions: [{ type: "forward", targetGroupArn: l.targets().id }] };
    },
  ],
  "aws:lb/listenerCertificate:ListenerCertificate": [(l) => ({ listenerArn: l.listener().id, certificateArn: l.certificate().id })],
  "aws:lb/listenerRule:ListenerRule": [
    (l) => ({ listenerArn: l.listener().id, actions: [forward(l)], conditions: [{ pathPattern: { values: ["/api/*"] } }] }),
    (l) => ({ listenerArn: l.listener().id, actions: [{ type: "forward", targetGroupArn: l.targets().id }], conditions: [{ pathPattern: { values: ["/api/*"] } }] }),
  ],
  "aws:lb/loadBalancer:LoadBalancer": [
    (l) => {
      l.gateway();
      return { subnets: [l.subnet("a").id, l.subnet("b").id], securityGroups: [l.group().id] };
    },
    (l) => ({ internal: true, subnetMappings: [{ subnetId: l.subnet("a").id }, { subnetId: l.subnet("b").id }], securityGroups: [l.group().id] }),
  ],
  "aws:lb/targetGroup:TargetGroup": [(l) => ({ port: 80, protocol: "HTTP", vpcId: l.vpc().id })],
  "aws:lb/targetGroupAttachment:TargetGroupAttachment": [(l) => ({ targetGroupArn: l.targets().id, targetId: "i-0123456789abcdef0" })],
  "aws:autoscaling/attachment:Attachment": [(l) => ({ autoscalingGroupName: l.fleet().id, lbTargetGroupArn: l.targets().id })],
  "aws:autoscaling/group:Group": [
    (l) => ({
      minSize: 1,
      maxSize: 2,
      vpcZoneIdentifiers: [l.subnet().id],
      targetGroupArns: [l.targets().id],
      launchTemplate: { id: l.template().id, version: "$Latest" },
    }),
  ],
  "aws:autoscaling/lifecycleHook:LifecycleHook": [(l) => ({ autoscalingGroupName: l.fleet().id, lifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING" })],
  "aws:autoscaling/notification:Notification": [
    (l) => ({ groupNames: [l.fleet().id], notifications: ["autoscaling:EC2_INSTANCE_LAUNCH"], topicArn: "arn:aws:sns:us-east-1:210987654321:fleet" }),
  ],
  "aws:autoscaling/policy:Policy": [
    (l) => ({
      autoscalingGroupName: l.fleet().id,
      policyType: "TargetTrackingScaling",
      targetTrackingConfiguration: { targetValue: 50, predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" } },
    }),
  ],
  "aws:autoscaling/schedule:Schedule": [(l) => ({ autoscalingGroupName: l.fleet().id, scheduledActionName: "night", recurrence: "0 0 * * *", minSize: 0 })],
  "aws:autoscaling/tag:Tag": [(l) => ({ autoscalingGroupName: l.fleet().id, tag: { key: "Team", value: "web", propagateAtLaunch: true } })],
  "aws:appautoscaling/target:Target": [
    () => ({ minCapacity: 1, maxCapacity: 10, resourceId: "table/orders", scalableDimension: "dynamodb:table:ReadCapacityUnits", serviceNamespace: "dynamodb" }),
  ],
};
