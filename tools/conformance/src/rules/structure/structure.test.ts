import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, type DeployRun } from "@org/offline-engine";
import { Group } from "@pulumi/aws/autoscaling";
import { LaunchTemplate, Subnet, Vpc } from "@pulumi/aws/ec2";
import { Topic } from "@pulumi/aws/sns";
import { ComponentResource, secret } from "@pulumi/pulumi";
import { checkConformance, type ConformanceOptions } from "../../check-conformance";
import { noIndexInName } from "./no-index-in-name";
import { structureRules } from "./index";

const naming = new Naming({ project: "shop", environment: "dev" });

class Notices extends ComponentResource {
  constructor(name: string, build: (parent: { parent: Notices }) => unknown, outputs: object = { ready: true }) {
    super("org:test:Notices", name);
    build({ parent: this });
    this.registerOutputs(outputs);
  }
}

function run(program: () => unknown, preview = false): Promise<DeployRun> {
  return deploy({ project: "shop", providers: [new SimulatedAws()], preview, program });
}

function failuresOf(deployed: DeployRun, options: ConformanceOptions = {}): string[] {
  return checkConformance(deployed, { rules: structureRules, ...options }).failures.map((line) => line.split(":", 2).join(":"));
}

describe("rules of structure", () => {
  it("pass a component whose parts are parented, named and registered", async () => {
    const program = () => new Notices("notices", (within) => new Topic("notices-topic", { name: "shop-dev-notices" }, within));
    expect(failuresOf(await run(program), { preview: await run(program, true) })).toEqual([]);
  });

  it("fail a resource without a component", async () => {
    const deployed = await run(() => new Topic("topic", { name: "shop-dev-topic" }));
    expect(failuresOf(deployed)).toEqual(["structure:parented (ERROR) topic"]);
  });

  it("fail a child that is not named after its component", async () => {
    const deployed = await run(() => new Notices("notices", (within) => new Topic("topic", { name: "shop-dev-topic" }, within)));
    expect(failuresOf(deployed)).toEqual(["structure:child-named-after-parent (ERROR) topic"]);
  });

  it("fail names that Pulumi made up, or that another environment has", async () => {
    const deployed = await run(
      () =>
        new Notices("notices", (within) => {
          new Topic("notices-random", {}, within);
          new Topic("notices-other", { name: "shop-prod-notices" }, within);
        }),
    );
    expect(failuresOf(deployed)).toEqual([
      "structure:physical-name (ERROR) notices-random",
      "structure:physical-name (ERROR) notices-other",
    ]);
  });

  it("pass a name that was cut, with its hash", async () => {
    const name = naming.physicalName("aws:sns/topic:Topic", "A topic with a name that is changed");
    const deployed = await run(() => new Notices("notices", (within) => new Topic("notices-topic", { name }, within)));
    expect(failuresOf(deployed)).toEqual([]);
  });

  it("fail a component that registers nothing", async () => {
    const deployed = await run(() => new Notices("notices", () => undefined, {}));
    expect(failuresOf(deployed)).toEqual(["structure:outputs-registered (ERROR) notices"]);
  });

  it("fail a name that ends in a place of a list, not one that ends in a port, a network, a zone or a version", async () => {
    const named = (name: string) => run(() => new Notices("notices", (within) => new Topic(name, { name: "shop-dev-a" }, within)));
    const outcome = async (name: string) => failuresOf(await named(name), { rules: [noIndexInName] });
    expect(await outcome("notices-0")).toEqual(["structure:no-index-in-name (ERROR) notices-0"]);
    expect(await outcome("notices-0-topic")).toEqual(["structure:no-index-in-name (ERROR) notices-0-topic"]);
    expect(await outcome("notices-10.0.0.0-16-0")).toEqual(["structure:no-index-in-name (ERROR) notices-10.0.0.0-16-0"]);
    expect(await outcome("notices-443")).toEqual([]);
    expect(await outcome("notices-443-10.0.0.0-16")).toEqual([]);
    expect(await outcome("notices-443----0")).toEqual([]);
    expect(await outcome("notices-443-2001-db8-1---48")).toEqual([]);
    expect(await outcome("notices-us-gov-west-1")).toEqual([]);
    expect(await outcome("notices-us-east-1a")).toEqual([]);
    expect(await outcome("notices-version-1")).toEqual([]);
  });

  it("fail a resource that is made inside apply", async () => {
    const program = () =>
      new Notices("notices", (within) => {
        const first = new Topic("notices-first", { name: "shop-dev-first" }, within);
        first.arn.apply(() => new Topic("notices-second", { name: "shop-dev-second" }, within));
      });
    expect(failuresOf(await run(program), { preview: await run(program, true) })).toEqual([
      "structure:seen-in-preview (ERROR) notices-second",
    ]);
  });

  it("fail a secret that stands somewhere in plain text", async () => {
    const value = "correct horse battery staple";
    const program = (hidden: boolean) => () =>
      new Notices("notices", (within) => {
        new Topic("notices-one", { name: "shop-dev-one", displayName: secret(value) }, within);
        new Topic("notices-two", { name: "shop-dev-two", displayName: hidden ? secret(value) : value }, within);
      });
    expect(failuresOf(await run(program(true)))).toEqual([]);
    expect(failuresOf(await run(program(false)))).toEqual(["structure:no-secret-in-plain-text (CRITICAL) notices-two"]);
  });

  it.each([
    ["$Latest", ["structure:launch-template-version-pinned (ERROR) fleet-group"]],
    ["1", []],
  ])("judge a group of version %s of its launch template", async (version, failures) => {
    const deployed = await run(
      () =>
        new Notices("fleet", (within) => {
          const vpc = new Vpc("fleet-vpc", { cidrBlock: "10.0.0.0/16" }, within);
          const subnet = new Subnet("fleet-subnet", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" }, within);
          const template = new LaunchTemplate(
            "fleet-template",
            { name: "shop-dev-web", imageId: "ami-0123456789abcdef0", instanceType: "t3.micro" },
            within,
          );
          const launchTemplate = { id: template.id, version };
          new Group("fleet-group", { name: "shop-dev-web", minSize: 0, maxSize: 1, vpcZoneIdentifiers: [subnet.id], launchTemplate }, within);
        }),
    );
    expect(failuresOf(deployed)).toEqual(failures);
  });
});
