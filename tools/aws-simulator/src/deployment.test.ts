import { Group } from "@pulumi/aws/autoscaling";
import { Eip, InternetGateway, LaunchTemplate, NatGateway, Route, RouteTable, RouteTableAssociation, SecurityGroup, Subnet, Vpc } from "@pulumi/aws/ec2";
import { Listener, LoadBalancer, TargetGroup } from "@pulumi/aws/lb";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import { deploy } from "@org/offline-engine";
import { SimulatedAws } from "./simulated-aws";
import { World } from "./world";

function program(instanceType: string) {
  return (): Record<string, unknown> => {
    const vpc = new Vpc("main", { cidrBlock: "10.0.0.0/16" });
    const gateway = new InternetGateway("main", { vpcId: vpc.id });
    const zones = ["us-east-1a", "us-east-1b"];
    const table = new RouteTable("public", { vpcId: vpc.id });
    new Route("public", { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: gateway.id });
    const subnets = zones.map((availabilityZone, index) => {
      const subnet = new Subnet(availabilityZone, { vpcId: vpc.id, availabilityZone, cidrBlock: `10.0.${index}.0/24` });
      new RouteTableAssociation(availabilityZone, { routeTableId: table.id, subnetId: subnet.id });
      return subnet;
    });
    const [first] = subnets;
    if (first === undefined) throw new Error("no subnet");
    const eip = new Eip("nat", { domain: "vpc" }, { dependsOn: [gateway] });
    new NatGateway("nat", { subnetId: first.id, allocationId: eip.id }, { dependsOn: [gateway] });
    const group = new SecurityGroup("web", { vpcId: vpc.id });
    new SecurityGroupIngressRule("web", { securityGroupId: group.id, ipProtocol: "tcp", fromPort: 80, toPort: 80, cidrIpv4: "0.0.0.0/0" });
    const balancer = new LoadBalancer("web", { subnets: subnets.map(({ id }) => id), securityGroups: [group.id] }, { dependsOn: [gateway] });
    const targets = new TargetGroup("web", { port: 80, protocol: "HTTP", vpcId: vpc.id });
    const listener = new Listener("web", {
      loadBalancerArn: balancer.arn,
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "forward", forward: { targetGroups: [{ arn: targets.arn, weight: 50 }] } }],
    });
    const template = new LaunchTemplate("web", { imageId: "ami-0123456789abcdef0", instanceType, vpcSecurityGroupIds: [group.id] });
    const fleet = new Group(
      "web",
      {
        minSize: 1,
        maxSize: 2,
        vpcZoneIdentifiers: subnets.map(({ id }) => id),
        targetGroupArns: [targets.arn],
        launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
      },
      { dependsOn: [listener] },
    );
    return { dnsName: balancer.dnsName, zoneId: balancer.zoneId, fleet: fleet.name };
  };
}

const RESOURCES = 17;

test("a network with a load balanced fleet goes up, stays as it is, changes in place and comes down", async () => {
  const world = World.memory();
  const providers = [new SimulatedAws({ world })];
  const up = await deploy({ providers, program: program("t3.micro") });
  expect(up.outputs["dnsName"]).toMatch(/^web-[0-9a-f]{7}-\d{10}\.us-east-1\.elb\.amazonaws\.com$/);
  expect(up.outputs["zoneId"]).toBe("Z35SXDOTRQ7X7K");

  const again = await deploy({ providers, program: program("t3.micro"), state: up.state });
  expect(again.steps.filter(({ op }) => op !== "same")).toEqual([]);
  expect(again.outputs).toEqual(up.outputs);

  const preview = await deploy({ providers, program: program("t3.small"), state: again.state, preview: true });
  const changed = await deploy({ providers, program: program("t3.small"), state: again.state });
  for (const run of [preview, changed]) {
    expect(run.steps.filter(({ op }) => op !== "same").map(({ op, type }) => [op, type])).toEqual([
      ["update", "aws:ec2/launchTemplate:LaunchTemplate"],
      ["update", "aws:autoscaling/group:Group"],
    ]);
  }

  const down = await deploy({ providers, program: () => ({}), state: changed.state });
  expect(down.steps.filter(({ op }) => op === "delete")).toHaveLength(RESOURCES);
  expect(world.size).toBe(0);
});

describe("a target group that changes its port", () => {
  const forwarding = (port: number, name?: string) => (): void => {
    const vpc = new Vpc("main", { cidrBlock: "10.0.0.0/16" });
    const subnets = ["us-east-1a", "us-east-1b"].map(
      (availabilityZone, index) => new Subnet(availabilityZone, { vpcId: vpc.id, availabilityZone, cidrBlock: `10.0.${index}.0/24` }),
    );
    const balancer = new LoadBalancer("web", { internal: true, subnets: subnets.map(({ id }) => id) });
    const targets = new TargetGroup("web", { ...(name === undefined ? {} : { name }), port, protocol: "HTTP", vpcId: vpc.id });
    new Listener("web", { loadBalancerArn: balancer.arn, port: 80, protocol: "HTTP", defaultActions: [{ type: "forward", targetGroupArn: targets.arn }] });
  };

  test("is replaced while the listener moves over, when its name may change", async () => {
    const providers = [new SimulatedAws()];
    const up = await deploy({ providers, program: forwarding(80) });
    const moved = await deploy({ providers, program: forwarding(8080), state: up.state });
    expect(moved.steps.filter(({ op }) => op !== "same").map(({ op, type }) => `${op} ${type}`)).toEqual([
      "create-replacement aws:lb/targetGroup:TargetGroup",
      "replace aws:lb/targetGroup:TargetGroup",
      "update aws:lb/listener:Listener",
      "delete-replaced aws:lb/targetGroup:TargetGroup",
    ]);
  });

  test("cannot be replaced under the same name: the listener uses it", async () => {
    const providers = [new SimulatedAws()];
    const up = await deploy({ providers, program: forwarding(80, "web") });
    const refused = await deploy({ providers, program: forwarding(8080, "web"), state: up.state, expectFailure: true });
    expect(refused.failed).toBe(true);
    const errors = refused.diagnostics.filter(({ severity, urn }) => severity === "error" && urn?.endsWith("TargetGroup::web"));
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/ResourceInUse: Target group 'arn:aws:elasticloadbalancing:.+' is currently in use by a listener or a rule/) as unknown,
        remedy: expect.stringMatching(/^Delete arn:aws:elasticloadbalancing:.+ first, or declare that it depends on .+ \(rule lb\/listener-default-actions-target-group-arn-holds\)$/) as unknown,
      }),
    ]);
  });
});

test("a refusal stands at the resource that is at fault, in the preview already", async () => {
  const program = (): void => {
    const vpc = new Vpc("main", { cidrBlock: "10.0.0.0/16" });
    new Subnet("far", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", availabilityZone: "eu-west-1a" });
  };
  const run = await deploy({ providers: [new SimulatedAws()], program, preview: true, expectFailure: true });
  expect(run.diagnostics.filter(({ severity }) => severity === "error")).toContainEqual(
    expect.objectContaining({
      urn: "urn:pulumi:dev::test::aws:ec2/subnet:Subnet::far",
      remedy: "Use a zone of the region, as aws.getAvailabilityZones gives them. (rule ec2/subnet-zone-of-region)",
    }),
  );
});
