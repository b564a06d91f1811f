import type { Rule } from "../../rule";
import { blockPublicAccess } from "./block-public-access";
import { defaultSecurityGroupEmpty } from "./default-security-group-empty";
import { ec2Endpoint } from "./ec2-endpoint";
import { ecrApiEndpoint } from "./ecr-api-endpoint";
import { ecrDockerEndpoint } from "./ecr-docker-endpoint";
import { elasticIpInUse } from "./elastic-ip-in-use";
import { endpointInTwoZones } from "./endpoint-in-two-zones";
import { endpointPolicy } from "./endpoint-policy";
import { endpointServiceAcceptsByHand } from "./endpoint-service-accepts-by-hand";
import { gatewayEndpoints } from "./gateway-endpoints";
import { incidentContactsEndpoint } from "./incident-contacts-endpoint";
import { incidentManagerEndpoint } from "./incident-manager-endpoint";
import { narrowPeeringRoutes } from "./narrow-peering-routes";
import { networkAclAdministrationPorts } from "./network-acl-administration-ports";
import { networkAclAllPorts } from "./network-acl-all-ports";
import { networkAclFtpControl } from "./network-acl-ftp-control";
import { networkAclFtpData } from "./network-acl-ftp-data";
import { networkAclInUse } from "./network-acl-in-use";
import { noDefaultVpc } from "./no-default-vpc";
import { noNatInstance } from "./no-nat-instance";
import { noNetworkAcl } from "./no-network-acl";
import { noOpenInternetRoute } from "./no-open-internet-route";
import { publicAndPrivateSubnets } from "./public-and-private-subnets";
import { sourceDestinationCheck } from "./source-destination-check";
import { subnetWithoutPublicAddresses } from "./subnet-without-public-addresses";
import { subnetsInTwoZones } from "./subnets-in-two-zones";
import { systemsManagerEndpoint } from "./systems-manager-endpoint";
import { vpcFlowLog } from "./vpc-flow-log";

export const vpcRules: readonly Rule[] = [
  defaultSecurityGroupEmpty,
  vpcFlowLog,
  subnetWithoutPublicAddresses,
  ec2Endpoint,
  ecrApiEndpoint,
  ecrDockerEndpoint,
  systemsManagerEndpoint,
  incidentContactsEndpoint,
  incidentManagerEndpoint,
  gatewayEndpoints,
  endpointPolicy,
  endpointInTwoZones,
  subnetsInTwoZones,
  publicAndPrivateSubnets,
  blockPublicAccess,
  networkAclInUse,
  networkAclAdministrationPorts,
  networkAclFtpControl,
  networkAclFtpData,
  networkAclAllPorts,
  noNetworkAcl,
  noDefaultVpc,
  noNatInstance,
  narrowPeeringRoutes,
  elasticIpInUse,
  noOpenInternetRoute,
  endpointServiceAcceptsByHand,
  sourceDestinationCheck,
];
