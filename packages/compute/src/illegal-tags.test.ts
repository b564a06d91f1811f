import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy } from "@org/offline-engine";
import { ApplicationLoadBalancer } from "./application-load-balancer";
import { Fleet } from "./fleet";
import { InstanceRole } from "./instance-role";
import { InstanceTemplate } from "./instance-template";

const common = { naming: new Naming({ project: "shop", environment: "dev" }), tags: { "aws:team": "web" } };
const programs: Readonly<Record<string, () => unknown>> = {
  ApplicationLoadBalancer: () =>
    new ApplicationLoadBalancer("web", {
      ...common,
      vpcId: "vpc-1",
      subnetIds: ["subnet-1", "subnet-2"],
      listeners: { 80: { protocol: "HTTP", insecureHttp: true } },
      sources: {},
      accessLogs: "off",
    }),
  InstanceRole: () => new InstanceRole("web", { ...common, region: "us-east-1" }),
  InstanceTemplate: () =>
    new InstanceTemplate("web", {
      ...common,
      vpcId: "vpc-1",
      instanceType: "t3.micro",
      instanceProfileArn: "arn:aws:iam::123456789012:instance-profile/web",
      loadBalancerSecurityGroupId: "sg-1",
    }),
  Fleet: () =>
    new Fleet("web", {
      ...common,
      subnetIds: ["subnet-1"],
      launchTemplateId: "lt-1",
      launchTemplateVersion: "1",
      targetGroupArns: [],
      minSize: 1,
      maxSize: 2,
    }),
};

describe("illegal tags", () => {
  it.each(Object.keys(programs))("stop %s before anything of it is registered", async (component) => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => void programs[component](),
      expectFailure: true,
    });
    expect(run.resourcesOf(`org:compute:${component}`)).toEqual([]);
    expect(run.diagnostics.map(({ message }) => message)).toEqual([
      "tags: 1 invalid argument\n" +
        '  - `tags["aws:team"]` must have a key that does not start with "aws:", got "aws:team": rename the tag',
    ]);
  });
});
