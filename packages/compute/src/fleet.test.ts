import { SimulatedAws } from "@org/aws-simulator";
import { deploy, type DeployRun } from "@org/offline-engine";
import { webFleet } from "./web-fleet.fixture";

const own = "org:compute:Fleet";
const group = "aws:autoscaling/group:Group";
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
