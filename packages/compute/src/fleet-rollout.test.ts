import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, type DeployRun } from "@org/offline-engine";
import { ApplicationLoadBalancer } from "./application-load-balancer";
import { Fleet } from "./fleet";
import { InstanceRole } from "./instance-role";
import { InstanceTemplate } from "./instance-template";
import { smallNetwork } from "./small-network.fixture";

const naming = new Naming({ project: "shop", environment: "dev" });

/** Two fleets of one template: the primary follows it, the secondary stays on the version that it is given. */
const halves = (instanceType: string, secondaryVersion: string) => () => {
  const { vpcId, publicSubnetIds, privateSubnetIds } = smallNetwork();
  const web = new ApplicationLoadBalancer("web", {
    vpcId,
    subnetIds: publicSubnetIds,
    listeners: { 80: { protocol: "HTTP", insecureHttp: true } },
    sources: "cloudfront",
    accessLogs: "off",
    naming,
  });
  const template = new InstanceTemplate("app", {
    vpcId,
    instanceType,
    instanceProfileArn: new InstanceRole("app", { region: "us-east-1", naming }).instanceProfileArn,
    loadBalancerSecurityGroupId: web.securityGroupId,
    naming,
  });
  const common = { subnetIds: privateSubnetIds, launchTemplateId: template.launchTemplateId, minSize: 2, maxSize: 4, naming };
  new Fleet("primary", { ...common, targetGroupArns: [web.primaryTargetGroupArn], launchTemplateVersion: template.version });
  new Fleet("secondary", { ...common, targetGroupArns: [web.secondaryTargetGroupArn], launchTemplateVersion: secondaryVersion });
};
const changes = (run: DeployRun) => run.steps.filter(({ op }) => op !== "same").map(({ op, name }) => `${op} ${name}`);
const versions = (run: DeployRun) =>
  ["primary", "secondary"].map((half) => {
    const { launchTemplate } = run.resource("aws:autoscaling/group:Group", `${half}-auto-scaling-group`).inputs;
    return (launchTemplate as { version: string }).version;
  });

describe("roll-out over two fleets of one template", () => {
  it("refreshes the half that follows first and the pinned half only by raising its number: never both", async () => {
    const aws = new SimulatedAws();
    const first = await deploy({ providers: [aws], program: halves("t3.micro", "1") });
    expect(versions(first)).toEqual(["1", "1"]);

    const canary = await deploy({ providers: [aws], program: halves("t3.small", "1"), state: first.state });
    expect(changes(canary)).toEqual(["update app-launch-template", "update primary-auto-scaling-group"]);
    expect(versions(canary)).toEqual(["2", "1"]);

    const whole = await deploy({ providers: [aws], program: halves("t3.small", "2"), state: canary.state });
    expect(changes(whole)).toEqual(["update secondary-auto-scaling-group"]);
    expect(versions(whole)).toEqual(["2", "2"]);
  });

  it("refuses a pinned version that does not exist", async () => {
    const run = await deploy({ providers: [new SimulatedAws()], program: halves("t3.micro", "7"), expectFailure: true });
    expect(run.diagnostics.map(({ message }) => message).join("\n")).toContain("Could not find the specified version 7");
  });
});
