import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, type DeployRun } from "@org/offline-engine";
import { Provider } from "@pulumi/aws/provider";
import type { ComponentResourceOptions } from "@pulumi/pulumi";
import { ApplicationLoadBalancer } from "./application-load-balancer";
import { Fleet, type FleetArgs } from "./fleet";
import { InstanceRole } from "./instance-role";
import { InstanceTemplate } from "./instance-template";
import { smallNetwork } from "./small-network.fixture";

const naming = new Naming({ project: "shop", environment: "dev" });
const own = "org:compute:Fleet";
const group = "aws:autoscaling/group:Group";
const policy = "aws:autoscaling/policy:Policy";

interface Around {
  readonly instanceType?: string;
  readonly cidrPrefix?: string;
}

function webFleet(
  args: Partial<FleetArgs> = {},
  opts?: ComponentResourceOptions,
  { instanceType = "t3.micro", cidrPrefix = "10.0" }: Around = {},
) {
  const { vpcId, publicSubnetIds, privateSubnetIds } = smallNetwork(cidrPrefix);
  const balancer = new ApplicationLoadBalancer("balancer", {
    vpcId,
    subnetIds: publicSubnetIds,
    listeners: { 80: { protocol: "HTTP", insecureHttp: true } },
    sources: {},
    accessLogs: "off",
    profile: "ephemeral",
    naming,
  });
  const role = new InstanceRole("instance", { region: "us-east-1", naming });
  const template = new InstanceTemplate("instance", {
    vpcId,
    instanceType,
    instanceProfileArn: role.instanceProfileArn,
    loadBalancerSecurityGroupId: balancer.securityGroupId,
    naming,
  });
  const fleet = new Fleet(
    "web",
    {
      subnetIds: privateSubnetIds,
      launchTemplateId: template.launchTemplateId,
      launchTemplateVersion: template.version,
      targetGroupArns: [balancer.primaryTargetGroupArn],
      minSize: 2,
      maxSize: 6,
      naming,
      ...args,
    },
    opts,
  );
  return { balancer, template, fleet };
}

const childrenOf = (run: DeployRun) => run.resources.filter(({ parent }) => parent === run.resource(own).urn);

describe("Fleet", () => {
  const aws = new SimulatedAws();
  let run: DeployRun;
  const program = () => {
    webFleet();
  };
  beforeAll(async () => {
    run = await deploy({ providers: [aws], program });
  });

  it("creates one Auto Scaling group, its child", () => {
    expect(childrenOf(run).map(({ type, urn }) => `${type} ${urn.split("::").at(-1)}`)).toEqual([
      "aws:autoscaling/group:Group web-auto-scaling-group",
    ]);
  });

  it("pins the launch template to a version number and replaces instances without losing capacity", () => {
    expect(run.resource(group).inputs).toMatchObject({
      name: "shop-dev-web",
      minSize: 2,
      maxSize: 6,
      desiredCapacity: 2,
      launchTemplate: { id: run.resource("aws:ec2/launchTemplate:LaunchTemplate").id, version: "1" },
      healthCheckType: "ELB",
      healthCheckGracePeriod: 120,
      defaultInstanceWarmup: 120,
      instanceMaintenancePolicy: { minHealthyPercentage: 100, maxHealthyPercentage: 200 },
      instanceRefresh: {
        strategy: "Rolling",
        preferences: { minHealthyPercentage: 100, maxHealthyPercentage: 200, autoRollback: true, skipMatching: true },
      },
      capacityRebalance: true,
      waitForCapacityTimeout: "10m",
    });
  });

  it("joins its target group only once a listener forwards to it", () => {
    const { inputs, dependencies } = run.resource(group);
    expect(inputs.targetGroupArns).toEqual([
      run.resource("aws:lb/targetGroup:TargetGroup", "balancer-primary-target-group").outputs.arn,
    ]);
    expect(dependencies).toContain(run.resource("aws:lb/listener:Listener").urn);
  });

  it("spreads over the private subnets and reports the sizes that alarms need", () => {
    const { inputs } = run.resource(group);
    expect(inputs.vpcZoneIdentifiers).toEqual(
      ["private-a", "private-b"].map((name) => run.resource("aws:ec2/subnet:Subnet", name).id),
    );
    expect(inputs.enabledMetrics).toEqual([
      "GroupDesiredCapacity",
      "GroupInServiceInstances",
      "GroupMaxSize",
      "GroupMinSize",
      "GroupPendingInstances",
      "GroupStandbyInstances",
      "GroupTerminatingInstances",
      "GroupTotalInstances",
    ]);
  });

  it("tags its instances, in an order that never changes", () => {
    expect(run.resource(group).inputs.tags).toEqual([
      { key: "Environment", value: "dev", propagateAtLaunch: true },
      { key: "ManagedBy", value: "pulumi", propagateAtLaunch: true },
      { key: "Name", value: "shop-dev-web", propagateAtLaunch: true },
      { key: "Project", value: "shop", propagateAtLaunch: true },
    ]);
  });

  it("registers its outputs", () => {
    expect(run.resource(own).outputs).toEqual({
      autoScalingGroupName: "shop-dev-web",
      autoScalingGroupArn: run.resource(group).outputs.arn,
    });
  });

  it("changes nothing in a second deployment", async () => {
    const second = await deploy({ providers: [aws], program, state: run.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });

  it("moves to the next version when the instances change, which starts the refresh", async () => {
    const larger = () => void webFleet({}, undefined, { instanceType: "t3.small" });
    const second = await deploy({ providers: [aws], program: larger, state: run.state });
    expect(second.steps.filter(({ op }) => op !== "same").map(({ op, name }) => `${op} ${name}`)).toEqual([
      "update instance-launch-template",
      "update web-auto-scaling-group",
    ]);
    expect(second.resource(group).inputs.launchTemplate).toMatchObject({ version: "2" });
  });
});

describe("Fleet with its options", () => {
  it("stays on a version that is given as a number", async () => {
    const aws = new SimulatedAws();
    const on = (instanceType: string) => () => void webFleet({ launchTemplateVersion: "1" }, undefined, { instanceType });
    const before = await deploy({ providers: [aws], program: on("t3.micro") });
    const after = await deploy({ providers: [aws], program: on("t3.small"), state: before.state });
    expect(after.steps.filter(({ op }) => op !== "same").map(({ name }) => name)).toEqual(["instance-launch-template"]);
  });

  it("leaves the desired capacity to Auto Scaling when something scales", async () => {
    const aws = new SimulatedAws();
    const on = (desiredCapacity: number) => () =>
      void webFleet({ desiredCapacity, scaling: { metric: "ASGAverageCPUUtilization", targetValue: 50 } });
    const before = await deploy({ providers: [aws], program: on(2) });
    expect(before.resource(policy).inputs).toMatchObject({
      name: "shop-dev-web",
      autoscalingGroupName: "shop-dev-web",
      policyType: "TargetTrackingScaling",
      targetTrackingConfiguration: {
        predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
        targetValue: 50,
      },
    });
    expect(before.resource(policy).parent).toBe(before.resource(own).urn);
    const after = await deploy({ providers: [aws], program: on(5), state: before.state });
    expect(after.steps.filter(({ op }) => op !== "same")).toEqual([]);
    expect(after.resource(group).inputs.desiredCapacity).toBe(2);
  });

  it("changes the desired capacity itself when nothing scales", async () => {
    const aws = new SimulatedAws();
    const before = await deploy({ providers: [aws], program: () => void webFleet({ desiredCapacity: 2 }) });
    const after = await deploy({
      providers: [aws],
      program: () => void webFleet({ desiredCapacity: 5 }),
      state: before.state,
    });
    expect(after.steps.filter(({ op }) => op !== "same").map(({ op, name }) => `${op} ${name}`)).toEqual([
      "update web-auto-scaling-group",
    ]);
    expect(after.resource(group).inputs.desiredCapacity).toBe(5);
  });

  it("scales on the requests of its target group", async () => {
    const resourceLabel = "app/shop-dev-balancer/50dc6c495c0c9188/targetgroup/shop-dev-primary/73e2d6bc24d8a067";
    const scaling = { metric: "ALBRequestCountPerTarget", targetValue: 1000, resourceLabel } as const;
    const run = await deploy({ providers: [new SimulatedAws()], program: () => void webFleet({ scaling }) });
    expect(run.resource(policy).inputs.targetTrackingConfiguration).toEqual({
      predefinedMetricSpecification: { predefinedMetricType: "ALBRequestCountPerTarget", resourceLabel },
      targetValue: 1000,
    });
  });

  it("is judged by EC2 when it joins no target group", async () => {
    const run = await deploy({ providers: [new SimulatedAws()], program: () => void webFleet({ targetGroupArns: [] }) });
    expect(run.resource(group).inputs).toMatchObject({ healthCheckType: "EC2", targetGroupArns: [] });
  });

  it("goes down with everything it stands on, and up again under the same names", async () => {
    const aws = new SimulatedAws();
    const up = await deploy({ providers: [aws], program: () => void webFleet() });
    const down = await deploy({ providers: [aws], program: () => undefined, state: up.state });
    expect(down.resources.filter(({ type }) => type.startsWith("aws:"))).toEqual([]);
    const again = await deploy({ providers: [aws], program: () => void webFleet(), state: down.state });
    for (const type of [group, "aws:ec2/launchTemplate:LaunchTemplate", "aws:iam/role:Role"]) {
      expect(again.resource(type).inputs.name).toBe(up.resource(type).inputs.name);
    }
  });

  it("moves to another network together with its load balancer", async () => {
    const aws = new SimulatedAws();
    const on = (cidrPrefix: string) => () => void webFleet({}, undefined, { cidrPrefix });
    const before = await deploy({ providers: [aws], program: on("10.0") });
    const after = await deploy({ providers: [aws], program: on("10.1"), state: before.state });
    expect(after.steps.filter(({ name }) => name === "web-auto-scaling-group").map(({ op }) => op)).toEqual(["update"]);
    expect(after.resource(group).inputs).toMatchObject({
      launchTemplate: { version: "2" },
      vpcZoneIdentifiers: ["private-a", "private-b"].map((name) => after.resource("aws:ec2/subnet:Subnet", name).id),
    });
  });

  it("hands the provider through to its child", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const provider = new Provider("regional", { region: "us-east-1" });
        webFleet({}, { provider });
      },
    });
    expect(childrenOf(run)).toHaveLength(1);
    for (const child of childrenOf(run)) expect(child.provider).toContain("::pulumi:providers:aws::regional::");
  });

  it("refuses illegal arguments before anything of it is registered", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      expectFailure: true,
      program: () => void webFleet({ minSize: 4, maxSize: 2 }),
    });
    expect(run.resourcesOf(own)).toEqual([]);
    expect(run.diagnostics.map(({ message }) => message)).toEqual([
      'Fleet "web": 1 invalid argument\n' +
        "  - `minSize` must be at most the maxSize of 2, got 4: lower minSize or raise maxSize",
    ]);
  });
});
