import type { ResourceDefinition } from "../../resource-definition";
import { defaultNetworkAcl } from "./default-network-acl";
import { defaultRouteTable } from "./default-route-table";
import { defaultSecurityGroup } from "./default-security-group";
import { egressOnlyInternetGateway } from "./egress-only-internet-gateway";
import { eip } from "./eip";
import { eipAssociation } from "./eip-association";
import { flowLog } from "./flow-log";
import { imageBlockPublicAccess } from "./image-block-public-access";
import { instance } from "./instance";
import { instanceMetadataDefaults } from "./instance-metadata-defaults";
import { internetGateway } from "./internet-gateway";
import { internetGatewayAttachment } from "./internet-gateway-attachment";
import { keyPair } from "./key-pair";
import { launchTemplate } from "./launch-template";
import { mainRouteTableAssociation } from "./main-route-table-association";
import { managedPrefixList } from "./managed-prefix-list";
import { natGateway } from "./nat-gateway";
import { networkAcl } from "./network-acl";
import { networkAclAssociation } from "./network-acl-association";
import { networkAclRule } from "./network-acl-rule";
import { route } from "./route";
import { routeTable } from "./route-table";
import { routeTableAssociation } from "./route-table-association";
import { securityGroup } from "./security-group";
import { securityGroupEgressRule } from "./security-group-egress-rule";
import { securityGroupIngressRule } from "./security-group-ingress-rule";
import { securityGroupRule } from "./security-group-rule";
import { subnet } from "./subnet";
import { vpc } from "./vpc";
import { vpcDhcpOptions } from "./vpc-dhcp-options";
import { vpcDhcpOptionsAssociation } from "./vpc-dhcp-options-association";
import { vpcEndpoint } from "./vpc-endpoint";
import { vpcEndpointRouteTableAssociation } from "./vpc-endpoint-route-table-association";
import { vpcIpam } from "./vpc-ipam";
import { vpcIpamPool } from "./vpc-ipam-pool";
import { vpcIpamPoolCidr } from "./vpc-ipam-pool-cidr";
import { vpcIpv4CidrBlockAssociation } from "./vpc-ipv4-cidr-block-association";

/** The types of EC2, those of `aws.vpc` included. */
export const ec2Resources: readonly ResourceDefinition[] = [
  defaultNetworkAcl,
  defaultRouteTable,
  defaultSecurityGroup,
  egressOnlyInternetGateway,
  eip,
  eipAssociation,
  flowLog,
  imageBlockPublicAccess,
  instance,
  instanceMetadataDefaults,
  internetGateway,
  internetGatewayAttachment,
  keyPair,
  launchTemplate,
  mainRouteTableAssociation,
  managedPrefixList,
  natGateway,
  networkAcl,
  networkAclAssociation,
  networkAclRule,
  route,
  routeTable,
  routeTableAssociation,
  securityGroup,
  securityGroupEgressRule,
  securityGroupIngressRule,
  securityGroupRule,
  subnet,
  vpc,
  vpcDhcpOptions,
  vpcDhcpOptionsAssociation,
  vpcEndpoint,
  vpcEndpointRouteTableAssociation,
  vpcIpam,
  vpcIpamPool,
  vpcIpamPoolCidr,
  vpcIpv4CidrBlockAssociation,
];
