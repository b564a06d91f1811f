import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, type DeployRun } from "@org/offline-engine";
import { ApplicationLoadBalancer, type ApplicationLoadBalancerArgs } from "./application-load-balancer";
import { smallNetwork } from "./small-network.fixture";
import { webFleet } from "./web-fleet.fixture";

const naming = new Naming({ project: "shop", environment: "dev" });
const targetGroup = "aws:lb/targetGroup:TargetGroup";

function balancerOn(cidrPrefix: string, args: Partial<ApplicationLoadBalancerArgs>): void {
  const network = smallNetwork(cidrPrefix);
  new ApplicationLoadBalancer("web", {
    vpcId: network.vpcId,
    subnetIds: network.publicSubnetIds,
    listeners: { 80: { protocol: "HTTP", insecureHttp: true } },
    sources: { cidrBlocks: ["0.0.0.0/0"] },
    accessLogs: "off",
    profile: "ephemeral",
    naming,
    ...args,
  });
}

describe("replacement of an ApplicationLoadBalancer", () => {
  it("gives a target group that must be replaced another name, so that the two can stand side by side", async () => {
    const aws = new SimulatedAws();
    const on = (targetPort: number) => () => {
      balancerOn("10.0", { targetPort });
    };
    const before = await deploy({ providers: [aws], program: on(80) });
    const after = await deploy({ providers: [aws], program: on(8080), state: before.state });
    const nameIn = (run: DeployRun) => run.resource(targetGroup, "web-primary-target-group").inputs.name;
    expect(nameIn(before)).toMatch(/^shop-dev-web-primary-\w{8}$/);
    expect(nameIn(after)).toMatch(/^shop-dev-web-primary-\w{8}$/);
    expect(nameIn(after)).not.toBe(nameIn(before));
    const ops = after.steps.filter(({ name }) => name === "web-primary-target-group").map(({ op }) => op);
    expect(ops).toEqual(["create-replacement", "replace", "delete-replaced"]);
  });

  it.each([
    ["port", { targetPort: 8080 }, true],
    ["protocol", { targetProtocol: "HTTPS", targetPort: 80 }, true],
    ["health check", { healthCheck: { path: "/ready" } }, false],
    ["deregistration delay", { deregistrationDelay: 30 }, false],
    ["weights", { weights: { primary: 1, secondary: 2 } }, false],
  ] as const)("names target groups by what only a replacement can change: another %s", async (_, args, replaced) => {
    const aws = new SimulatedAws();
    const before = await deploy({ providers: [aws], program: () => balancerOn("10.0", {}) });
    const after = await deploy({ providers: [aws], program: () => balancerOn("10.0", args), state: before.state });
    for (const role of ["primary", "secondary"]) {
      const nameIn = (run: DeployRun) => run.resource(targetGroup, `web-${role}-target-group`).inputs.name;
      const ops = after.steps.filter(({ name }) => name === `web-${role}-target-group`).map(({ op }) => op);
      expect(nameIn(after) !== nameIn(before)).toBe(replaced);
      expect(ops.includes("create-replacement")).toBe(replaced);
    }
  });

  it("moves to another network as a whole", async () => {
    const aws = new SimulatedAws();
    const on = (cidrPrefix: string) => () => {
      balancerOn(cidrPrefix, {});
    };
    const before = await deploy({ providers: [aws], program: on("10.0") });
    const preview = await deploy({ providers: [aws], program: on("10.1"), state: before.state, preview: true });
    const replaced = preview.steps.filter(({ op, name }) => op === "replace" && name.startsWith("web-"));
    expect(replaced.map(({ name }) => name).sort()).toEqual([
      "web-ingress-80-0.0.0.0-0",
      "web-listener-80",
      "web-load-balancer",
      "web-primary-target-group",
      "web-secondary-target-group",
      "web-security-group",
    ]);
    const after = await deploy({ providers: [aws], program: on("10.1"), state: before.state });
    for (const type of ["aws:lb/loadBalancer:LoadBalancer", "aws:ec2/securityGroup:SecurityGroup"]) {
      expect(after.resource(type).id).not.toBe(before.resource(type).id);
    }
  });

  it("leaves the internet beside the old one, with target groups of its own and the fleet behind them", async () => {
    const aws = new SimulatedAws();
    const on = (scheme: "internet-facing" | "internal") => () => void webFleet({}, {}, { scheme });
    const before = await deploy({ providers: [aws], program: on("internet-facing") });
    const after = await deploy({ providers: [aws], program: on("internal"), state: before.state });
    expect(after.resource("aws:lb/loadBalancer:LoadBalancer").inputs.internal).toBe(true);
    const arns = (run: DeployRun) => run.resourcesOf(targetGroup).map(({ outputs }) => outputs.arn);
    expect(arns(after)).toHaveLength(2);
    expect(arns(after).filter((arn) => arns(before).includes(arn))).toEqual([]);
    expect(after.resource("aws:autoscaling/group:Group").inputs.targetGroupArns).toEqual([arns(after)[0]]);
    const order = after.steps.map(({ op, name }) => `${op} ${name}`);
    const moved = order.indexOf("update web-auto-scaling-group");
    expect(moved).toBeGreaterThan(order.indexOf("create-replacement balancer-listener-80"));
    expect(order.indexOf("delete-replaced balancer-listener-80")).toBeGreaterThan(moved);
    expect(order.slice(moved).filter((step) => step.startsWith("delete-replaced")).sort()).toEqual([
      "delete-replaced balancer-listener-80",
      "delete-replaced balancer-load-balancer",
      "delete-replaced balancer-primary-target-group",
      "delete-replaced balancer-secondary-target-group",
    ]);
  });

  it("cannot be deleted by accident in production", async () => {
    const aws = new SimulatedAws();
    const up = await deploy({ providers: [aws], program: () => balancerOn("10.0", { profile: "production" }) });
    const down = await deploy({ providers: [aws], program: () => undefined, state: up.state, expectFailure: true });
    expect(down.diagnostics.map(({ message }) => message).join("\n")).toContain("deletion protection is enabled");
    expect(down.resourcesOf("aws:lb/loadBalancer:LoadBalancer")).toHaveLength(1);
  });
});
