import { testRules } from "../../rule-cases.fixture";
import { internetGateway } from "./internet-gateway";
import { internetGatewayAttachment } from "./internet-gateway-attachment";
import { natGateway } from "./nat-gateway";
import { route } from "./route";
import { routeTableAssociation } from "./route-table-association";

const ROUTE = "aws:ec2/route:Route";
const NAT = "aws:ec2/natGateway:NatGateway";
const ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const GATEWAY = "aws:ec2/internetGateway:InternetGateway";

testRules(
  [
    {
      rule: "ec2/one-internet-gateway-per-vpc",
      code: "InvalidParameterValue",
      message: "Network vpc-* already has an internet gateway attached",
      remedy: "Use the internet gateway that the VPC has.",
      bad: (l) => l.account.create(GATEWAY, "second", { vpcId: l.gateway().outputs["vpcId"] ?? "" }),
      good: (l) => l.account.create(GATEWAY, "second", { vpcId: l.foreignVpc().id }),
    },
    {
      rule: "ec2/one-internet-gateway-attachment-per-vpc",
      code: "InvalidParameterValue",
      message: "Network vpc-* already has an internet gateway attached",
      remedy: "Use the internet gateway that the VPC has.",
      bad: (l) => {
        l.gateway();
        const second = l.account.create(GATEWAY, "second");
        l.account.create("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment", "second", { vpcId: l.vpc().id, internetGatewayId: second.id });
      },
      good: (l) => {
        const first = l.account.create(GATEWAY, "first");
        l.account.create("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment", "first", { vpcId: l.vpc().id, internetGatewayId: first.id });
      },
    },
    {
      rule: "ec2/internet-gateway-public-addresses",
      code: "DependencyViolation",
      message: "Network vpc-* has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.",
      remedy: "Delete the NAT gateways and internet-facing load balancers first: let them depend on the internet gateway.",
      bad: (l) => {
        l.nat();
        l.account.delete(l.gateway());
      },
      good: (l) => {
        l.account.delete(l.nat());
        l.account.delete(l.gateway());
      },
    },
    {
      rule: "ec2/nat-gateway-place",
      code: "MissingParameter",
      message: "The request must contain the parameter SubnetId",
      remedy: "Pass subnetId, or availabilityMode \"regional\" with vpcId.",
      bad: (l) => l.account.create(NAT, "a", { connectivityType: "private" }),
      good: (l) => l.account.create(NAT, "a", { connectivityType: "private", subnetId: l.subnet().id }),
    },
    {
      rule: "ec2/nat-gateway-place",
      code: "MissingParameter",
      message: "The request must contain the parameter VpcId",
      remedy: "Pass subnetId, or availabilityMode \"regional\" with vpcId.",
      bad: (l) => l.account.create(NAT, "a", { availabilityMode: "regional" }),
      good: (l) => {
        l.gateway();
        l.account.create(NAT, "a", { availabilityMode: "regional", vpcId: l.vpc().id });
      },
    },
    {
      rule: "ec2/nat-gateway-address",
      code: "MissingParameter",
      message: "The request must include the AllocationId parameter. Add the required parameter and retry the request.",
      remedy: "Pass the allocationId of an aws.ec2.Eip to a public NAT gateway, and none to a private one.",
      bad: (l) => {
        l.gateway();
        l.account.create(NAT, "a", { subnetId: l.subnet().id });
      },
      good: (l) => l.nat(),
    },
    {
      rule: "ec2/nat-gateway-address",
      code: "InvalidParameter",
      message: "The AllocationId parameter cannot be used with a private NAT gateway",
      remedy: "Pass the allocationId of an aws.ec2.Eip to a public NAT gateway, and none to a private one.",
      bad: (l) => l.account.create(NAT, "a", { subnetId: l.subnet().id, connectivityType: "private", allocationId: l.address().id }),
      good: (l) => l.account.create(NAT, "a", { subnetId: l.subnet().id, connectivityType: "private" }),
    },
    {
      rule: "ec2/nat-gateway-internet-gateway",
      code: "Gateway.NotAttached",
      message: "Network vpc-* has no Internet gateway attached",
      remedy: "Attach an internet gateway to the VPC, and let the NAT gateway depend on it (dependsOn).",
      bad: (l) => l.account.create(NAT, "a", { subnetId: l.subnet().id, allocationId: l.address().id }),
      good: (l) => l.nat(),
    },
    {
      rule: "ec2/nat-gateway-address-free",
      code: "Resource.AlreadyAssociated",
      message: "Elastic IP address [eipalloc-*] is already associated",
      remedy: "Give each NAT gateway an address of its own. A replacement meets the old gateway: give it a new address, or set deleteBeforeReplace.",
      bad: (l) => {
        l.nat();
        l.account.create(NAT, "second", { subnetId: l.subnet("b").id, allocationId: l.address().id });
      },
      good: (l) => {
        l.nat();
        l.account.preview(NAT, "nat", { subnetId: l.subnet("b").id, allocationId: l.address().id });
      },
    },
    {
      rule: "ec2/nat-gateway-address-free",
      code: "Resource.AlreadyAssociated",
      message: "Elastic IP address [eipalloc-*] is already associated",
      remedy: "Give each NAT gateway an address of its own. A replacement meets the old gateway: give it a new address, or set deleteBeforeReplace.",
      bad: (l) => {
        l.nat();
        l.account.create(NAT, "regional", {
          availabilityMode: "regional",
          vpcId: l.vpc().id,
          availabilityZoneAddresses: [{ availabilityZone: "us-east-1a", allocationIds: [l.address().id] }],
        });
      },
      good: (l) => {
        l.gateway();
        l.account.create(NAT, "regional", {
          availabilityMode: "regional",
          vpcId: l.vpc().id,
          availabilityZoneAddresses: [{ availabilityZone: "us-east-1a", allocationIds: [l.address().id] }],
        });
      },
    },
    {
      rule: "ec2/route-one-destination",
      code: "InvalidCombinationOfArguments",
      message: "one of `destinationCidrBlock,destinationIpv6CidrBlock,destinationPrefixListId` must be specified, got 0",
      remedy: "Pass exactly one of destinationCidrBlock, destinationIpv6CidrBlock, destinationPrefixListId.",
      bad: (l) => l.account.create(ROUTE, "a", { routeTableId: l.table().id, gatewayId: l.gateway().id }),
      good: (l) => l.account.create(ROUTE, "a", { routeTableId: l.table().id, gatewayId: l.gateway().id, destinationPrefixListId: "pl-12345678" }),
    },
    {
      rule: "ec2/route-one-target",
      code: "InvalidCombinationOfArguments",
      message: "one of `carrierGatewayId,coreNetworkArn,egressOnlyGatewayId,gatewayId,localGatewayId,natGatewayId,networkInterfaceId,odbNetworkArn,transitGatewayId,vpcEndpointId,vpcPeeringConnectionId` must be specified, got 0",
      remedy: "Pass exactly one target, for example gatewayId or natGatewayId.",
      bad: (l) => l.account.create(ROUTE, "a", { routeTableId: l.table().id, destinationCidrBlock: "0.0.0.0/0" }),
      good: (l) => l.account.create(ROUTE, "a", { routeTableId: l.table().id, destinationCidrBlock: "0.0.0.0/0", transitGatewayId: "tgw-0123456789abcdef0" }),
    },
    {
      rule: "ec2/route-destination-legal",
      code: "InvalidParameterValue",
      message: "Value (0.0.0.0/33) for parameter destinationCidrBlock is invalid. This is not a valid CIDR block.",
      remedy: "Use a block such as 0.0.0.0/0, or ::/0 as destinationIpv6CidrBlock.",
      bad: (l) => l.account.create(ROUTE, "a", { routeTableId: l.table().id, destinationCidrBlock: "0.0.0.0/33", gatewayId: l.gateway().id }),
      good: (l) => l.account.create(ROUTE, "a", { routeTableId: l.table().id, destinationCidrBlock: "0.0.0.0/0", gatewayId: l.gateway().id }),
    },
    {
      rule: "ec2/route-destination-legal",
      code: "InvalidParameterValue",
      message: "Value (::1::/0) for parameter destinationIpv6CidrBlock is invalid. This is not a valid CIDR block.",
      remedy: "Use a block such as 0.0.0.0/0, or ::/0 as destinationIpv6CidrBlock.",
      bad: (l) => l.account.create(ROUTE, "a", { routeTableId: l.table().id, destinationIpv6CidrBlock: "::1::/0", gatewayId: l.gateway().id }),
      good: (l) => l.account.create(ROUTE, "a", { routeTableId: l.table().id, destinationIpv6CidrBlock: "::/0", gatewayId: l.gateway().id }),
    },
    {
      rule: "ec2/route-free",
      code: "RouteAlreadyExists",
      message: "The route identified by 0.0.0.0/0 already exists.",
      remedy: "Remove one of the two routes, or the inline `routes` of the table.",
      bad: (l) => {
        l.account.create(ROUTE, "a", { routeTableId: l.table().id, destinationCidrBlock: "0.0.0.0/0", gatewayId: l.gateway().id });
        l.account.create(ROUTE, "b", { routeTableId: l.table().id, destinationCidrBlock: "0.0.0.0/0", gatewayId: l.gateway().id });
      },
      good: (l) => {
        l.account.create(ROUTE, "a", { routeTableId: l.table().id, destinationCidrBlock: "0.0.0.0/0", gatewayId: l.gateway().id });
        l.account.create(ROUTE, "b", { routeTableId: l.table().id, destinationCidrBlock: "10.1.0.0/16", gatewayId: l.gateway().id });
      },
    },
    {
      rule: "ec2/route-gateway-exists",
      code: "InvalidGatewayID.NotFound",
      message: "The gateway ID 'nat-*' does not exist",
      remedy: "Pass an internet gateway as gatewayId, a NAT gateway as natGatewayId, an endpoint as vpcEndpointId.",
      bad: (l) => l.account.create(ROUTE, "a", { routeTableId: l.table().id, destinationCidrBlock: "0.0.0.0/0", gatewayId: "nat-0123456789abcdef0" }),
      good: (l) => l.account.create(ROUTE, "a", { routeTableId: l.table().id, destinationCidrBlock: "0.0.0.0/0", gatewayId: "vgw-0123456789abcdef0" }),
    },
    {
      rule: "ec2/route-same-network",
      code: "InvalidParameterValue",
      message: "route table rtb-* and network gateway igw-* belong to different networks",
      remedy: "Use the gateway of the route table's VPC; where an attachment is a resource of its own, let the route depend on it.",
      bad: (l) => {
        const table = l.account.create("aws:ec2/routeTable:RouteTable", "foreign", { vpcId: l.foreignVpc().id });
        l.account.create(ROUTE, "a", { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: l.gateway().id });
      },
      good: (l) => l.account.create(ROUTE, "a", { routeTableId: l.table().id, destinationCidrBlock: "0.0.0.0/0", gatewayId: l.gateway().id }),
    },
    {
      rule: "ec2/route-same-network",
      code: "InvalidParameterValue",
      message: "route table rtb-* and nat gateway nat-* belong to different networks",
      remedy: "Use the gateway of the route table's VPC; where an attachment is a resource of its own, let the route depend on it.",
      bad: (l) => {
        const table = l.account.create("aws:ec2/routeTable:RouteTable", "foreign", { vpcId: l.foreignVpc().id });
        l.account.create(ROUTE, "a", { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", natGatewayId: l.nat().id });
      },
      good: (l) => l.account.create(ROUTE, "a", { routeTableId: l.table().id, destinationCidrBlock: "0.0.0.0/0", natGatewayId: l.nat().id }),
    },
    {
      rule: "ec2/route-table-association-subject",
      code: "InvalidCombinationOfArguments",
      message: "one of `gatewayId,subnetId` must be specified",
      remedy: "Pass exactly one of subnetId and gatewayId.",
      bad: (l) => l.account.create(ASSOCIATION, "a", { routeTableId: l.table().id }),
      good: (l) => l.account.create(ASSOCIATION, "a", { routeTableId: l.table().id, gatewayId: l.gateway().id }),
    },
    {
      rule: "ec2/route-table-association-free",
      code: "Resource.AlreadyAssociated",
      message: "the specified association for route table rtb-* conflicts with an existing association",
      remedy: "Remove one of the two associations of the subnet.",
      bad: (l) => {
        l.account.create(ASSOCIATION, "a", { routeTableId: l.table().id, subnetId: l.subnet().id });
        l.account.create(ASSOCIATION, "b", { routeTableId: l.table().id, subnetId: l.subnet().id });
      },
      good: (l) => {
        l.account.create(ASSOCIATION, "a", { routeTableId: l.table().id, subnetId: l.subnet("a").id });
        l.account.create(ASSOCIATION, "b", { routeTableId: l.table().id, subnetId: l.subnet("b").id });
      },
    },
    {
      rule: "ec2/route-table-association-same-network",
      code: "InvalidParameterValue",
      message: "route table rtb-* and subnet subnet-* belong to different networks",
      remedy: "Use a route table of the subnet's VPC.",
      bad: (l) => l.account.create(ASSOCIATION, "a", { routeTableId: l.table().id, subnetId: l.foreignSubnet().id }),
      good: (l) => l.account.create(ASSOCIATION, "a", { routeTableId: l.table().id, subnetId: l.subnet().id }),
    },
  ],
  [internetGateway, internetGatewayAttachment, natGateway, route, routeTableAssociation],
);
