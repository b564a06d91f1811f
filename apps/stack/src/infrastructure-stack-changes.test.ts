import { SimulatedAws } from "@org/aws-simulator";
import { deploy } from "@org/offline-engine";
import { deployStack, zones } from "./deployed-stack.fixture";

describe("a deployed InfrastructureStack", () => {
  it("changes nothing on a second run", async () => {
    const aws = new SimulatedAws();
    const first = await deployStack({}, { aws });
    const second = await deployStack({}, { aws, state: first.state });

    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
    expect(second.outputs).toEqual(first.outputs);
  });

  it("adds a third zone and leaves the other two as they are", async () => {
    const aws = new SimulatedAws();
    const first = await deployStack({}, { aws });
    const second = await deployStack({ availabilityZones: [...zones, "us-east-1c"] }, { aws, state: first.state });
    const changed = second.steps.filter(({ op }) => op !== "same");

    const created = changed.filter(({ op }) => op === "create").map(({ name }) => name);
    const others = changed.filter(({ op }) => op !== "create").map(({ op, name }) => `${op} ${name}`);

    expect(created.filter((name) => !name.includes("us-east-1c"))).toEqual([]);
    expect(created).toHaveLength(12);
    expect(others.sort()).toEqual([
      "update infra-alarms-dashboard",
      "update infra-alb-load-balancer",
      "update infra-network-dynamodb",
      "update infra-network-endpoint-ssm",
      "update infra-network-endpoint-ssmmessages",
      "update infra-network-s3",
      "update infra-primary-fleet-auto-scaling-group",
      "update infra-secondary-fleet-auto-scaling-group",
    ]);
  });

  it("survives destruction and a new creation under the same names when it is ephemeral", async () => {
    const aws = new SimulatedAws();
    const args = { profile: "ephemeral" } as const;
    const first = await deployStack(args, { aws });
    const nothing = await deploy({ project: "infra", stack: "test", providers: [aws], state: first.state, program: () => {} });
    const again = await deployStack(args, { aws, state: nothing.state });

    expect(nothing.resources.filter(({ custom }) => custom)).toEqual([]);
    expect(again.outputs["albLogsBucketName"]).toBe(first.outputs["albLogsBucketName"]);
    expect(again.resources).toHaveLength(first.resources.length);
  });

  it("gives up its protection when it becomes ephemeral, and can then be destroyed", async () => {
    const aws = new SimulatedAws();
    const production = await deployStack({ originVerificationVersion: 1 }, { aws });
    const ephemeral = await deployStack({ originVerificationVersion: 1, profile: "ephemeral" }, { aws, state: production.state });
    const nothing = await deploy({ project: "infra", stack: "test", providers: [aws], state: ephemeral.state, program: () => {} });

    expect(production.resources.filter((state) => state.protect)).toHaveLength(7);
    expect(ephemeral.resources.filter((state) => state.protect)).toEqual([]);
    expect(nothing.resources.filter(({ custom }) => custom)).toEqual([]);
  });

  it("leaves the secondary fleet on its launch template version while the primary takes a new one", async () => {
    const aws = new SimulatedAws();
    const pinned = { secondaryLaunchTemplateVersion: 1 };
    const first = await deployStack(pinned, { aws });
    const second = await deployStack({ ...pinned, instanceType: "t3.small" }, { aws, state: first.state });
    const group = (half: string) =>
      second.resource("aws:autoscaling/group:Group", `infra-${half}-fleet-auto-scaling-group`).inputs;

    expect(second.steps.filter(({ op }) => op !== "same").map(({ op, name }) => `${op} ${name}`)).toEqual([
      "update infra-instance-launch-template",
      "update infra-primary-fleet-auto-scaling-group",
    ]);
    expect(group("primary")["mixedInstancesPolicy"]).toMatchObject({
      launchTemplate: {
        launchTemplateSpecification: { version: "2" },
        overrides: [{ instanceType: "t3.small" }, { instanceType: "t3a.small" }],
      },
    });
    expect(group("secondary")).toMatchObject({ launchTemplate: { version: "1" } });
  });
});
