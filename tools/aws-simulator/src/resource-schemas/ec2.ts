import type { SchemaRow } from "../resource-schema";

export const ec2Schemas: Readonly<Record<string, SchemaRow>> = {
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": {
    required: "ipProtocol securityGroupId",
    replaceUncertain: "securityGroupId",
    outputs: "arn securityGroupRuleId tagsAll",
  },
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": {
    required: "ipProtocol securityGroupId",
    replaceUncertain: "securityGroupId",
    outputs: "arn securityGroupRuleId tagsAll",
  },
  "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": {
    required: "defaultNetworkAclId",
    outputs: "arn ownerId tagsAll vpcId",
    replaceUnknown: true,
  },
  "aws:ec2/defaultRouteTable:DefaultRouteTable": {
    required: "defaultRouteTableId",
    outputs: "arn ownerId tagsAll vpcId",
    computed: "routes",
    replaceUnknown: true,
  },
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": {
    replaceUncertain: "vpcId",
    outputs: "arn description name namePrefix ownerId tagsAll",
    computed: "egress ingress vpcId",
  },
  "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": {
    required: "vpcId",
    replace: "vpcId",
    outputs: "tagsAll",
  },
  "aws:ec2/eip:Eip": {
    replace: "address domain ipamPoolId networkBorderGroup",
    replaceUncertain: "publicIpv4Pool",
    outputs: "allocationId arn associationId carrierIp customerOwnedIp privateDns privateIp ptrRecord publicDns publicIp tagsAll",
    computed: "domain instance ipamPoolId networkBorderGroup networkInterface publicIpv4Pool",
  },
  "aws:ec2/eipAssociation:EipAssociation": {
    computed: "allocationId instanceId networkInterfaceId privateIpAddress publicIp",
    replaceUnknown: true,
  },
  "aws:ec2/flowLog:FlowLog": {
    replace: "deliverCrossAccountRole destinationOptions logDestination logDestinationType logFormat maxAggregationInterval trafficType",
    replaceUncertain: "eniId iamRoleArn regionalNatGatewayId subnetId transitGatewayAttachmentId transitGatewayId vpcId",
    outputs: "arn tagsAll",
    computed: "logDestination logFormat",
  },
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess": {
    required: "state",
  },
  "aws:ec2/instance:Instance": {
    outputs: "arn instanceLifecycle instanceState outpostArn passwordData primaryNetworkInterfaceId privateDns publicDns publicIp spotInstanceRequestId tagsAll",
    computed: "ami associatePublicIpAddress availabilityZone capacityReservationSpecification cpuOptions disableApiStop disableApiTermination ebsBlockDevices ebsOptimized enablePrimaryIpv6 enclaveOptions ephemeralBlockDevices hostId hostResourceGroupArn iamInstanceProfile instanceInitiatedShutdownBehavior instanceMarketOptions instanceType ipv6AddressCount ipv6Addresses keyName maintenanceOptions metadataOptions monitoring networkInterfaces placementGroup placementGroupId placementPartitionNumber primaryNetworkInterface privateDnsNameOptions privateIp rootBlockDevice secondaryNetworkInterfaces secondaryPrivateIps securityGroups subnetId tenancy userDataBase64 vpcSecurityGroupIds",
    replaceUnknown: true,
  },
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults": {},
  "aws:ec2/internetGateway:InternetGateway": {
    outputs: "arn ownerId tagsAll",
    computed: "vpcId",
  },
  "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment": {
    required: "internetGatewayId vpcId",
    replaceUnknown: true,
  },
  "aws:ec2/keyPair:KeyPair": {
    required: "publicKey",
    outputs: "arn fingerprint keyPairId keyType tagsAll",
    computed: "keyName keyNamePrefix",
    replaceUnknown: true,
  },
  "aws:ec2/launchTemplate:LaunchTemplate": {
    replaceUncertain: "name namePrefix",
    outputs: "arn latestVersion tagsAll",
    computed: "defaultVersion metadataOptions name namePrefix",
  },
  "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation": {
    required: "routeTableId vpcId",
    outputs: "originalRouteTableId",
    replaceUnknown: true,
  },
  "aws:ec2/managedPrefixList:ManagedPrefixList": {
    required: "addressFamily maxEntries",
    outputs: "arn ownerId tagsAll version",
    computed: "entries name",
    replaceUnknown: true,
  },
  "aws:ec2/natGateway:NatGateway": {
    replace: "allocationId connectivityType subnetId vpcId availabilityMode",
    replaceUncertain: "privateIp",
    replaceConditional: "secondaryPrivateIpAddressCount availabilityZoneAddresses",
    outputs: "associationId autoProvisionZones autoScalingIps networkInterfaceId publicIp regionalNatGatewayAddresses regionalNatGatewayAutoMode routeTableId tagsAll",
    computed: "availabilityMode privateIp secondaryAllocationIds secondaryPrivateIpAddressCount secondaryPrivateIpAddresses vpcId",
  },
  "aws:ec2/networkAcl:NetworkAcl": {
    required: "vpcId",
    replace: "vpcId",
    outputs: "arn ownerId tagsAll",
    computed: "egress ingress subnetIds",
  },
  "aws:ec2/networkAclAssociation:NetworkAclAssociation": {
    required: "networkAclId subnetId",
    replaceUnknown: true,
  },
  "aws:ec2/networkAclRule:NetworkAclRule": {
    required: "networkAclId protocol ruleAction ruleNumber",
    replaceUnknown: true,
  },
  "aws:ec2/placementGroup:PlacementGroup": {
    required: "strategy",
    outputs: "arn placementGroupId tagsAll",
    computed: "name partitionCount spreadLevel",
    replaceUnknown: true,
  },
  "aws:ec2/route:Route": {
    required: "routeTableId",
    replace: "routeTableId destinationCidrBlock destinationIpv6CidrBlock destinationPrefixListId",
    outputs: "instanceId instanceOwnerId origin state",
    computed: "networkInterfaceId",
  },
  "aws:ec2/routeTable:RouteTable": {
    required: "vpcId",
    replace: "vpcId",
    outputs: "arn ownerId tagsAll",
    computed: "propagatingVgws routes",
  },
  "aws:ec2/routeTableAssociation:RouteTableAssociation": {
    required: "routeTableId",
    replace: "subnetId",
    replaceUncertain: "gatewayId",
  },
  "aws:ec2/securityGroup:SecurityGroup": {
    replace: "vpcId",
    replaceUncertain: "name namePrefix description",
    outputs: "arn ownerId tagsAll",
    computed: "description egress ingress name namePrefix vpcId",
  },
  "aws:ec2/securityGroupRule:SecurityGroupRule": {
    required: "fromPort protocol securityGroupId toPort type",
    outputs: "securityGroupRuleId",
    computed: "sourceSecurityGroupId",
    replaceUnknown: true,
  },
  "aws:ec2/subnet:Subnet": {
    required: "vpcId",
    replace: "availabilityZone availabilityZoneId cidrBlock ipv4IpamPoolId ipv4NetmaskLength ipv6IpamPoolId ipv6NetmaskLength ipv6Native outpostArn vpcId",
    replaceConditional: "ipv6CidrBlock",
    outputs: "arn ipv6CidrBlockAssociationId ownerId tagsAll",
    computed: "availabilityZone availabilityZoneId cidrBlock ipv6CidrBlock privateDnsHostnameTypeOnLaunch",
  },
  "aws:ec2/vpc:Vpc": {
    replace: "cidrBlock ipv4IpamPoolId ipv4NetmaskLength",
    replaceConditional: "instanceTenancy",
    outputs: "arn defaultNetworkAclId defaultRouteTableId defaultSecurityGroupId dhcpOptionsId ipv6AssociationId mainRouteTableId ownerId tagsAll",
    computed: "cidrBlock enableDnsHostnames enableNetworkAddressUsageMetrics ipv6CidrBlock ipv6CidrBlockNetworkBorderGroup",
  },
  "aws:ec2/vpcDhcpOptions:VpcDhcpOptions": {
    outputs: "arn ownerId tagsAll",
    replaceUnknown: true,
  },
  "aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation": {
    required: "dhcpOptionsId vpcId",
    replaceUnknown: true,
  },
  "aws:ec2/vpcEndpoint:VpcEndpoint": {
    required: "vpcId",
    replace: "resourceConfigurationArn serviceName serviceNetworkArn serviceRegion vpcEndpointType vpcId",
    outputs: "arn cidrBlocks dnsEntries networkInterfaceIds ownerId prefixListId requesterManaged state tagsAll",
    computed: "dnsOptions ipAddressType policy privateDnsEnabled routeTableIds securityGroupIds serviceRegion subnetConfigurations subnetIds",
  },
  "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation": {
    required: "routeTableId vpcEndpointId",
    replaceUnknown: true,
  },
  "aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation": {
    required: "subnetId vpcEndpointId",
    replaceUnknown: true,
  },
  "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation": {
    required: "vpcId",
    computed: "cidrBlock",
    replaceUnknown: true,
  },
};
