import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy } from "@org/offline-engine";
import { Fleet } from "./fleet";
import { webFleet } from "./web-fleet.fixture";

const naming = new Naming({ project: "shop", environment: "dev" });
const group = "aws:autoscaling/group:Group";

describe("Fleet of several instance types", () => {
  it("launches on demand alone from its template's type, and from the equal one where that is short", async () => {
    const aws = new SimulatedAws();
    const program = () => {
      const { template, balancer } = webFleet();
      new Fleet("mixed", {
        subnetIds: balancer.loadBalancer.subnets,
        launchTemplateId: template.launchTemplateId,
        launchTemplateVersion: template.version,
        targetGroupArns: [balancer.secondaryTargetGroupArn],
        minSize: 1,
        maxSize: 2,
        mixedInstances: template.mixedInstances,
        naming,
      });
    };
    const run = await deploy({ providers: [aws], program });
    const { inputs } = run.resource(group, "mixed-auto-scaling-group");
    expect(inputs).not.toHaveProperty("launchTemplate");
    expect(inputs.mixedInstancesPolicy).toEqual({
      instancesDistribution: {
        onDemandAllocationStrategy: "prioritized",
        onDemandBaseCapacity: 0,
        onDemandPercentageAboveBaseCapacity: 100,
        spotAllocationStrategy: "price-capacity-optimized",
      },
      launchTemplate: {
        launchTemplateSpecification: {
          launchTemplateId: run.resource("aws:ec2/launchTemplate:LaunchTemplate").id,
          version: "1",
        },
        overrides: [{ instanceType: "t3.micro" }, { instanceType: "t3a.micro" }],
      },
    });
    const same = await deploy({ providers: [aws], program, state: run.state });
    expect(same.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });

  it("launches from several types, on demand first and then Spot", async () => {
    const mixedInstances = { instanceTypes: ["t3.micro", "t3a.micro"], architecture: "x86_64", spot: {} } as const;
    const aws = new SimulatedAws();
    const run = await deploy({ providers: [aws], program: () => void webFleet({ mixedInstances }) });
    expect(run.resource(group).inputs).not.toHaveProperty("launchTemplate");
    expect(run.resource(group).inputs.mixedInstancesPolicy).toEqual({
      instancesDistribution: {
        onDemandAllocationStrategy: "prioritized",
        onDemandBaseCapacity: 2,
        onDemandPercentageAboveBaseCapacity: 0,
        spotAllocationStrategy: "price-capacity-optimized",
      },
      launchTemplate: {
        launchTemplateSpecification: {
          launchTemplateId: run.resource("aws:ec2/launchTemplate:LaunchTemplate").id,
          version: "1",
        },
        overrides: [{ instanceType: "t3.micro" }, { instanceType: "t3a.micro" }],
      },
    });
    const same = await deploy({ providers: [aws], program: () => void webFleet({ mixedInstances }), state: run.state });
    expect(same.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });

  it("takes up mixed instances, and leaves them, without being replaced", async () => {
    const aws = new SimulatedAws();
    const mixedInstances = { instanceTypes: ["t3.micro", "t3a.micro"] };
    let { state } = await deploy({ providers: [aws], program: () => void webFleet() });
    for (const args of [{ mixedInstances }, {}]) {
      const run = await deploy({ providers: [aws], program: () => void webFleet(args), state });
      expect(run.steps.filter(({ op }) => op !== "same").map(({ op, name }) => `${op} ${name}`)).toEqual([
        "update web-auto-scaling-group",
      ]);
      // A group launches from one of the two, and forgets the other.
      const { outputs } = run.resource(group);
      expect((outputs.launchTemplate ?? null) === null).toBe("mixedInstances" in args);
      expect((outputs.mixedInstancesPolicy ?? null) === null).toBe(!("mixedInstances" in args));
      state = run.state;
    }
  });

  it("keeps the types that it names itself, with the version that it stays on, whatever becomes of the template", async () => {
    const aws = new SimulatedAws();
    const args = { launchTemplateVersion: "1", mixedInstances: { instanceTypes: ["t3.micro", "t3a.micro"] } };
    const on = (instanceType: string) => () => void webFleet(args, {}, { instanceType });
    const before = await deploy({ providers: [aws], program: on("t3.micro") });
    const after = await deploy({ providers: [aws], program: on("t3.small"), state: before.state });
    expect(after.steps.filter(({ op }) => op !== "same").map(({ op, name }) => `${op} ${name}`)).toEqual([
      "update instance-launch-template",
    ]);
  });
});
