import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, type DeployRun } from "@org/offline-engine";
import { Provider } from "@pulumi/aws/provider";
import { Topic } from "@pulumi/aws/sns";
import { output } from "@pulumi/pulumi";
import { Fleet, type FleetArgs } from "./fleet";
import { webFleet } from "./web-fleet.fixture";

const naming = new Naming({ project: "shop", environment: "dev" });
const own = "org:compute:Fleet";
const group = "aws:autoscaling/group:Group";
const policy = "aws:autoscaling/policy:Policy";
const childrenOf = (run: DeployRun) => run.resources.filter(({ parent }) => parent === run.resource(own).urn);

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
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const { balancer, template } = webFleet();
        new Fleet("scaled", {
          subnetIds: balancer.loadBalancer.subnets,
          launchTemplateId: template.launchTemplateId,
          launchTemplateVersion: template.version,
          targetGroupArns: [balancer.secondaryTargetGroupArn],
          minSize: 1,
          maxSize: 2,
          scaling: {
            metric: "ALBRequestCountPerTarget",
            targetValue: 1000,
            resourceLabel: balancer.secondaryResourceLabel,
          },
          naming,
        });
        return { label: balancer.secondaryResourceLabel };
      },
    });
    const resourceLabel = run.outputs.label;
    expect(resourceLabel).toMatch(/^app\/shop-dev-balancer-\w{8}\/\w{16}\/targetgroup\/shop-dev-balancer-secon-\w{8}\/\w{16}$/);
    expect(run.resource(policy).inputs.targetTrackingConfiguration).toEqual({
      predefinedMetricSpecification: { predefinedMetricType: "ALBRequestCountPerTarget", resourceLabel },
      targetValue: 1000,
    });
  });

  it("hands on how many instances serve while some are replaced, and how long a deployment waits", async () => {
    const maintenance = { minHealthyPercentage: 50, maxHealthyPercentage: 120 };
    const args = { maintenance, waitForCapacityTimeout: "15m" };
    const run = await deploy({ providers: [new SimulatedAws()], program: () => void webFleet(args) });
    expect(run.resource(group).inputs).toMatchObject({
      instanceMaintenancePolicy: maintenance,
      instanceRefresh: { preferences: maintenance },
      waitForCapacityTimeout: "15m",
    });
  });

  it.each(["$Latest", "$Default"])("refuses %s also when it turns out in the deployment", async (version) => {
    const program = () => void webFleet({ launchTemplateVersion: output(version) });
    const run = await deploy({ providers: [new SimulatedAws()], program, expectFailure: true });
    expect(run.resourcesOf(group)).toEqual([]);
    expect(run.diagnostics.map(({ message }) => message).join("\n")).toContain(
      'Fleet "web": 1 invalid argument\n' +
        "  - `launchTemplateVersion` must be the number of a version: $Latest and $Default never start an instance refresh, " +
        `got "${version}": pass InstanceTemplate.version, or a number to stay on that version`,
    );
  });

  it("lets alarms stop its roll-out, with pauses in which they can", async () => {
    const instanceRefresh = { alarmNames: ["shop-dev-errors"], checkpoints: { percentages: [50, 100], delay: 600 } };
    const run = await deploy({ providers: [new SimulatedAws()], program: () => void webFleet({ instanceRefresh }) });
    expect(run.resource(group).inputs.instanceRefresh).toEqual({
      strategy: "Rolling",
      preferences: {
        minHealthyPercentage: 100,
        maxHealthyPercentage: 200,
        autoRollback: true,
        skipMatching: true,
        alarmSpecification: { alarms: ["shop-dev-errors"] },
        checkpointPercentages: [50, 100],
        checkpointDelay: "600",
      },
    });
  });

  it("keeps an instance for a while before it ends when it is told to", async () => {
    const terminationHook = { heartbeatTimeout: 120 };
    const run = await deploy({ providers: [new SimulatedAws()], program: () => void webFleet({ terminationHook }) });
    const hook = run.resource("aws:autoscaling/lifecycleHook:LifecycleHook");
    expect(hook.parent).toBe(run.resource(own).urn);
    expect(hook.inputs).toMatchObject({
      name: "shop-dev-web-termination-hook",
      autoscalingGroupName: "shop-dev-web",
      lifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING",
      heartbeatTimeout: 120,
      defaultResult: "CONTINUE",
    });
  });

  it("tells a topic of every instance that comes, goes or fails to", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => void webFleet({ notificationTopicArn: new Topic("scaling", { name: "scaling" }).arn }),
    });
    const notification = run.resource("aws:autoscaling/notification:Notification", "web-notification");
    expect(notification.parent).toBe(run.resource(own).urn);
    expect(notification.inputs).toMatchObject({
      groupNames: ["shop-dev-web"],
      notifications: [
        "autoscaling:EC2_INSTANCE_LAUNCH",
        "autoscaling:EC2_INSTANCE_LAUNCH_ERROR",
        "autoscaling:EC2_INSTANCE_TERMINATE",
        "autoscaling:EC2_INSTANCE_TERMINATE_ERROR",
      ],
      topicArn: run.resource("aws:sns/topic:Topic").outputs.arn,
    });
  });

  it("warms up for as long as its start and its load balancer's health checks take", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => void webFleet({ startupTime: 200, healthCheck: { interval: 10, healthyThreshold: 5 } }),
    });
    expect(run.resource(group).inputs).toMatchObject({ healthCheckGracePeriod: 250, defaultInstanceWarmup: 250 });
  });

  it("lets the caller have the last word on the group", async () => {
    const transform: FleetArgs["transform"] = {
      autoScalingGroup: (args, opts) => {
        args.maxInstanceLifetime = 604_800;
        opts.protect = true;
      },
    };
    const run = await deploy({ providers: [new SimulatedAws()], program: () => void webFleet({ transform }) });
    expect(run.resource(group).inputs.maxInstanceLifetime).toBe(604_800);
    expect(run.resource(group).protect).toBe(true);
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
