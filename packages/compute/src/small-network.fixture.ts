import { InternetGateway, Route, RouteTable, RouteTableAssociation, Subnet, Vpc } from "@pulumi/aws/ec2";
import type { Output } from "@pulumi/pulumi";

/** What the components need of a network, which the network package would give in a real stack. */
export interface SmallNetwork {
  readonly vpcId: Output<string>;
  readonly publicSubnetIds: Output<string>[];
  readonly privateSubnetIds: Output<string>[];
}

/** A VPC over two zones, with an internet gateway and a public and a private subnet in each. */
export function smallNetwork(cidrPrefix = "10.0"): SmallNetwork {
  const vpc = new Vpc("vpc", { cidrBlock: `${cidrPrefix}.0.0/16` });
  const gateway = new InternetGateway("internet", { vpcId: vpc.id });
  const table = new RouteTable("public", { vpcId: vpc.id });
  new Route("internet", { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: gateway.id });
  const subnet = (name: string, availabilityZone: string, block: number) =>
    new Subnet(name, { vpcId: vpc.id, availabilityZone, cidrBlock: `${cidrPrefix}.${block}.0/24` });
  const publicSubnets = [subnet("public-a", "us-east-1a", 0), subnet("public-b", "us-east-1b", 1)];
  const privateSubnets = [subnet("private-a", "us-east-1a", 2), subnet("private-b", "us-east-1b", 3)];
  publicSubnets.forEach(({ id }, index) => {
    new RouteTableAssociation(`public-${index}`, { routeTableId: table.id, subnetId: id });
  });
  return {
    vpcId: vpc.id,
    publicSubnetIds: publicSubnets.map(({ id }) => id),
    privateSubnetIds: privateSubnets.map(({ id }) => id),
  };
}
