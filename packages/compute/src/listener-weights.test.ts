import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, type DeployRun } from "@org/offline-engine";
import { ApplicationLoadBalancer, type ApplicationLoadBalancerArgs } from "./application-load-balancer";
import { smallNetwork } from "./small-network.fixture";

const naming = new Naming({ project: "shop", environment: "dev" });
const listener = "aws:lb/listener:Listener";
const rule = "aws:lb/listenerRule:ListenerRule";

const web = (args: Partial<ApplicationLoadBalancerArgs>) => () => {
  const { vpcId, publicSubnetIds: subnetIds } = smallNetwork();
  new ApplicationLoadBalancer("web", {
    vpcId,
    subnetIds,
    listeners: { 80: { protocol: "HTTP", insecureHttp: true } },
    sources: { cidrBlocks: ["10.0.0.0/8"] },
    accessLogs: "off",
    profile: "ephemeral",
    naming,
    ...args,
  });
};
const verified = {
  80: { protocol: "HTTP", insecureHttp: true, originVerify: { headerName: "X-Origin-Verify", values: ["current"] } },
} as const;
const changes = (run: DeployRun) => run.steps.filter(({ op }) => op !== "same").map(({ op, name }) => `${op} ${name}`);

describe("weights of a listener", () => {
  it("keep a group of weight 0 in the action", async () => {
    const run = await deploy({ providers: [new SimulatedAws()], program: web({ weights: { primary: 100, secondary: 0 } }) });
    expect(run.resource(listener).inputs.defaultActions).toMatchObject([
      { forward: { targetGroups: [{ weight: 100 }, { weight: 0 }] } },
    ]);
  });

  it("shift by changing the listener alone when they are managed", async () => {
    const aws = new SimulatedAws();
    const before = await deploy({ providers: [aws], program: web({ weights: { mode: "managed", primary: 90, secondary: 10 } }) });
    const after = await deploy({ providers: [aws], program: web({ weights: { primary: 10, secondary: 90 } }), state: before.state });
    expect(changes(after)).toEqual(["update web-listener-80"]);
  });

  it("are left to others after the first deployment when they are external", async () => {
    const aws = new SimulatedAws();
    const from = (primary: number) => web({ weights: { mode: "external", initial: { primary, secondary: 100 - primary } } });
    const before = await deploy({ providers: [aws], program: from(100) });
    expect(before.resource(listener).inputs.defaultActions).toMatchObject([
      { forward: { targetGroups: [{ weight: 100 }, { weight: 0 }] } },
    ]);
    const after = await deploy({ providers: [aws], program: from(0), state: before.state });
    expect(changes(after)).toEqual([]);
  });

  it("are left to others in the rule of originVerify too, which alone forwards", async () => {
    const aws = new SimulatedAws();
    const from = (primary: number) =>
      web({ listeners: verified, weights: { mode: "external", initial: { primary, secondary: 100 - primary } } });
    const before = await deploy({ providers: [aws], program: from(100) });
    const after = await deploy({ providers: [aws], program: from(0), state: before.state });
    expect(changes(after)).toEqual([]);
    expect(after.resource(rule).inputs.actions).toMatchObject([{ forward: { targetGroups: [{ weight: 100 }, { weight: 0 }] } }]);
  });

  it("still let a redirect move when they are external", async () => {
    const aws = new SimulatedAws();
    const certificateArn = "arn:aws:acm:us-east-1:210987654321:certificate/12345678-1234-1234-1234-123456789012";
    const to = (port: number) => {
      const secure = { protocol: "HTTPS", certificateArn } as const;
      const listeners = { 80: { protocol: "HTTP", redirectToPort: port }, 443: secure, 8443: secure } as const;
      return web({ listeners, weights: { mode: "external" } });
    };
    const before = await deploy({ providers: [aws], program: to(8443) });
    const after = await deploy({ providers: [aws], program: to(443), state: before.state });
    expect(changes(after)).toEqual(["update web-listener-80"]);
  });

  it("keep serving from the old groups when a replacement meets external weights, and take it once they are managed", async () => {
    const aws = new SimulatedAws();
    const on = (targetPort: number, mode: "managed" | "external") => web({ targetPort, weights: { mode } });
    const before = await deploy({ providers: [aws], program: on(80, "external") });
    const failed = await deploy({ providers: [aws], program: on(8080, "external"), state: before.state, expectFailure: true });
    expect(failed.diagnostics.map(({ message }) => message).join("\n")).toContain("is currently in use by a listener or a rule");
    expect(failed.resource(listener).inputs.defaultActions).toEqual(before.resource(listener).inputs.defaultActions);
    const after = await deploy({ providers: [aws], program: on(8080, "managed"), state: failed.state });
    expect(after.resourcesOf("aws:lb/targetGroup:TargetGroup").map(({ inputs }) => inputs.port)).toEqual([8080, 8080]);
  });
});

describe("stickiness of a listener", () => {
  it("is off by default", async () => {
    const run = await deploy({ providers: [new SimulatedAws()], program: web({}) });
    expect(JSON.stringify(run.resource(listener).inputs)).not.toContain("stickiness");
  });

  it("keeps clients at a group for as long as it says, in the listener and in the rule of originVerify", async () => {
    const sticky = { forward: { stickiness: { enabled: true, duration: 300 } } };
    const plain = await deploy({ providers: [new SimulatedAws()], program: web({ stickiness: { duration: 300 } }) });
    expect(plain.resource(listener).inputs.defaultActions).toMatchObject([sticky]);
    const behind = await deploy({
      providers: [new SimulatedAws()],
      program: web({ listeners: verified, stickiness: { duration: 300 } }),
    });
    expect(behind.resource(rule).inputs.actions).toMatchObject([sticky]);
  });
});
