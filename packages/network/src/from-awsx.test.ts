import { SimulatedAws } from "@org/aws-simulator";
import { deploy, type DeployRun } from "@org/offline-engine";
import { readmeExamples } from "@org/readme-examples";
import { Eip, InternetGateway, NatGateway, Route, RouteTable, RouteTableAssociation, Subnet, Vpc } from "@pulumi/aws/ec2";
import { ComponentResource, type Output, type Resource } from "@pulumi/pulumi";
import { resolve } from "node:path";

const BLOCKS = [
  { zone: "us-east-1a", public: "10.0.64.0/19", private: "10.0.0.0/18" },
  { zone: "us-east-1b", public: "10.0.192.0/19", private: "10.0.128.0/18" },
];

/**
 * The resources of an `awsx.ec2.Vpc` with one NAT gateway per zone, with its names, parents and arguments.
 *
 * @see https://github.com/pulumi/pulumi-awsx/blob/master/awsx/ec2/vpc.ts
 */
class AwsxVpc extends ComponentResource {
  readonly egressIps: Output<string>[] = [];

  constructor(name: string) {
    super("awsx:ec2:Vpc", name);
    const args = { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, enableDnsSupport: true, tags: { Name: name } };
    const vpc = new Vpc(name, args, { parent: this });
    const under = (parent: Resource) => ({ parent, dependsOn: [parent] });
    const gateway = new InternetGateway(name, { vpcId: vpc.id, tags: { Name: name } }, under(vpc));
    BLOCKS.forEach(({ zone, ...blocks }, index) => {
      const routed = (tier: "public" | "private") => {
        const childsName = `${name}-${tier}-${index + 1}`;
        const tags = { Name: childsName, SubnetType: tier };
        const subnet = new Subnet(
          childsName,
          { vpcId: vpc.id, availabilityZone: zone, mapPublicIpOnLaunch: tier === "public", cidrBlock: blocks[tier], tags },
          under(vpc),
        );
        const table = new RouteTable(childsName, { vpcId: vpc.id, tags }, under(subnet));
        new RouteTableAssociation(childsName, { routeTableId: table.id, subnetId: subnet.id }, under(table));
        const route = (target: { gatewayId: Output<string> } | { natGatewayId: Output<string> }) => {
          return new Route(childsName, { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", ...target }, under(table));
        };
        return { subnet, route };
      };
      const { subnet, route } = routed("public");
      const natName = `${name}-${index + 1}`;
      const address = new Eip(natName, { tags: { Name: natName } }, under(subnet));
      const nat = new NatGateway(natName, { subnetId: subnet.id, allocationId: address.allocationId, tags: { Name: natName } }, under(subnet));
      route({ gatewayId: gateway.id });
      routed("private").route({ natGatewayId: nat.id });
      this.egressIps.push(address.publicIp);
    });
  }
}

function changes(run: DeployRun): string[] {
  return run.steps.filter(({ op }) => op !== "same").map(({ op, type, name }) => `${op} ${type.split(":").pop()} ${name}`).sort();
}

describe("the way from awsx in the README", () => {
  it("keeps every resource of the former network in place, and its addresses", async () => {
    const aws = new SimulatedAws();
    const before = await deploy({ project: "shop", providers: [aws], program: () => ({ egressIps: new AwsxVpc("main").egressIps }) });
    const example = readmeExamples(resolve(__dirname, "../README.md")).filter(({ title }) => title === "From awsx")[0];
    const after = await example.deployed({ providers: [aws], state: before.state });
    expect(after.outputs.egressIps).toEqual(before.outputs.egressIps);
    const former = before.resources.filter(({ type }) => type.startsWith("aws:")).map(({ id }) => id);
    expect(former).toHaveLength(22);
    expect(after.resources.map(({ id }) => id)).toEqual(expect.arrayContaining(former));
    // The component is nothing in AWS. Tags differ, and public subnets no longer hand out addresses.
    expect(changes(after).filter((change) => !change.startsWith("create "))).toEqual([
      "delete Vpc main",
      ...BLOCKS.map(({ zone }) => `update Eip network-nat-${zone}`),
      "update InternetGateway network-internet",
      ...BLOCKS.map(({ zone }) => `update NatGateway network-nat-${zone}`),
      ...["RouteTable", "Subnet"].flatMap((type) => ["private", "public"].flatMap((tier) => BLOCKS.map(({ zone }) => `update ${type} network-${tier}-${zone}`))),
      "update Vpc network-vpc",
    ]);
    expect(changes(await example.deployed({ providers: [aws], state: after.state }))).toEqual([]);
  });
});
