import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, type DeployRun } from "@org/offline-engine";
import { TargetGroupAttachment } from "@pulumi/aws/lb";
import { Provider } from "@pulumi/aws/provider";
import * as pulumi from "@pulumi/pulumi";
import { ApplicationLoadBalancer } from "./application-load-balancer";
import type { ListenersByPort } from "./listener";
import { type OriginVerify, originVerifyProblems } from "./origin-verify";
import { smallNetwork } from "./small-network.fixture";

const naming = new Naming({ project: "shop", environment: "dev" });
const listenerType = "aws:lb/listener:Listener";
const ruleType = "aws:lb/listenerRule:ListenerRule";
const certificateArn = "arn:aws:acm:us-east-1:210987654321:certificate/12345678-1234-1234-1234-123456789012";
const problems = (verify: Partial<OriginVerify>) =>
  originVerifyProblems("verify", { headerName: "X-Origin-Verify", values: ["current"], ...verify });

function balancer(listeners: ListenersByPort, opts?: pulumi.ComponentResourceOptions) {
  const { vpcId, publicSubnetIds: subnetIds } = smallNetwork();
  const args = { vpcId, subnetIds, listeners, sources: "cloudfront", accessLogs: "off", naming } as const;
  return new ApplicationLoadBalancer("web", args, opts);
}

const verified = (values: readonly pulumi.Input<string>[]): ListenersByPort => ({
  443: { protocol: "HTTPS", certificateArn, originVerify: { headerName: "X-Origin-Verify", values } },
});
const secretSignature = "4dabf18193072939515e22adb298388d";
/** Every value in the state, with each secret told by `onSecret`. */
const told = (value: unknown, onSecret: (secret: unknown) => unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, item) => {
    return typeof item === "object" && item !== null && secretSignature in item ? onSecret(item.value) : item;
  });
const changes = (run: DeployRun) => run.steps.filter(({ op }) => op !== "same").map(({ op, name }) => `${op} ${name}`);

describe("origin verification", () => {
  it("answers 403 unless the header has one of the values, and forwards then", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => void balancer(verified(["current", "previous"])),
    });
    const listener = run.resource(listenerType);
    expect(listener.inputs.defaultActions).toEqual([
      {
        type: "fixed-response",
        fixedResponse: { contentType: "text/plain", messageBody: "Forbidden", statusCode: "403" },
      },
    ]);
    const rule = run.resource(ruleType, "web-listener-443-verified");
    expect(told(rule.inputs, (secret) => secret)).toMatchObject({
      listenerArn: listener.outputs.arn,
      priority: 1,
      conditions: [{ httpHeader: { httpHeaderName: "X-Origin-Verify", values: ["current", "previous"] } }],
      actions: [{ type: "forward", forward: { targetGroups: [{ weight: 50 }, { weight: 50 }] } }],
    });
    expect(rule.parent).toBe(run.resource("org:compute:ApplicationLoadBalancer").urn);
  });

  it("keeps its values secret in the state", async () => {
    const run = await deploy({ providers: [new SimulatedAws()], program: () => void balancer(verified(["hidden-value"])) });
    const state = run.state.resources.filter(({ type }) => type === ruleType);
    expect(state).toHaveLength(1);
    expect(JSON.stringify(told(state, () => "secret"))).not.toContain("hidden-value");
  });

  it("rotates its values in place: the listener and its target groups stay as they are", async () => {
    const aws = new SimulatedAws();
    const first = await deploy({ providers: [aws], program: () => void balancer(verified(["one"])) });
    const both = await deploy({ providers: [aws], program: () => void balancer(verified(["two", "one"])), state: first.state });
    expect(changes(both)).toEqual(["update web-listener-443-verified"]);
    const second = await deploy({ providers: [aws], program: () => void balancer(verified(["two"])), state: both.state });
    expect(changes(second)).toEqual(["update web-listener-443-verified"]);
  });

  it("is switched on and off at a running listener, whose own action changes first", async () => {
    const aws = new SimulatedAws();
    const open: ListenersByPort = { 443: { protocol: "HTTPS", certificateArn } };
    const before = await deploy({ providers: [aws], program: () => void balancer(open) });
    const on = await deploy({ providers: [aws], program: () => void balancer(verified(["one"])), state: before.state });
    expect(changes(on)).toEqual(["update web-listener-443", "create web-listener-443-verified"]);
    const off = await deploy({ providers: [aws], program: () => void balancer(open), state: on.state });
    expect(changes(off)).toEqual(["update web-listener-443", "delete web-listener-443-verified"]);
  });

  it("is left out of redirects, and can be had over plain HTTP", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const originVerify = { headerName: "X-Origin-Verify", values: ["current"] };
        const { vpcId, publicSubnetIds: subnetIds } = smallNetwork();
        const listeners = {
          80: { protocol: "HTTP", redirectToPort: 443 },
          443: { protocol: "HTTPS", certificateArn },
          8080: { protocol: "HTTP", insecureHttp: true, originVerify },
        } as const;
        const web = new ApplicationLoadBalancer("web", { vpcId, subnetIds, listeners, sources: {}, accessLogs: "off", naming });
        expect(Object.keys(web.verifiedForwards)).toEqual(["8080"]);
      },
    });
    const actionOf = (port: number) => run.resource(listenerType, `web-listener-${port}`).inputs.defaultActions;
    expect([80, 443, 8080].map(actionOf)).toMatchObject([[{ type: "redirect" }], [{ type: "forward" }], [{ type: "fixed-response" }]]);
  });

  it("makes whoever uses a target group wait until its rule forwards to it", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const { primaryTargetGroupArn } = balancer(verified(["current"]));
        new TargetGroupAttachment("target", { targetGroupArn: primaryTargetGroupArn, targetId: "i-0123456789abcdef0" });
      },
    });
    const target = run.resource("aws:lb/targetGroupAttachment:TargetGroupAttachment");
    expect(target.dependencies).toContain(run.resource(ruleType).urn);
  });

  it("hands the provider through to its rule", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => void balancer(verified(["current"]), { provider: new Provider("regional", { region: "us-east-1" }) }),
    });
    expect(run.resource(ruleType).provider).toContain("::pulumi:providers:aws::regional::");
  });

  it("refuses values that would match anything, when they become known and without printing them", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      expectFailure: true,
      program: () => void balancer(verified([pulumi.secret("guess*")])),
    });
    const messages = run.diagnostics.map(({ message }) => message).join("\n");
    expect(messages).toContain(
      'ApplicationLoadBalancer "web": 1 invalid argument\n' +
        "  - `originVerify.values[0]` must have 1 to 128 characters without * and ?, which match anything, " +
        'got "text of 6 characters": generate it from letters and digits',
    );
    expect(messages).not.toContain("guess");
    expect(run.resourcesOf(ruleType)).toEqual([]);
  });

  it.each(["X-Origin-Verify", "x", "a".repeat(40)])("takes the header %s", (headerName) => {
    expect(problems({ headerName })).toEqual([]);
  });

  it.each(["", "X_Origin_Verify", "X Origin", "Host", "host", "a".repeat(41)])("refuses the header %j", (headerName) => {
    expect(problems({ headerName })).toEqual([
      {
        argument: "verify.headerName",
        rule: "must be 1 to 40 letters, digits and hyphens, and not Host",
        value: headerName,
        remedy: "use for example X-Origin-Verify",
      },
    ]);
  });

  it("takes 1 to 5 values", () => {
    expect(problems({ values: ["1", "2", "3", "4", "5"] })).toEqual([]);
    const refused = {
      argument: "verify.values",
      rule: "must be 1 to 5 values",
      remedy: "pass the current value and, while it is rotated, the previous one",
    };
    expect(problems({ values: [] })).toEqual([{ ...refused, value: "0 values" }]);
    expect(problems({ values: ["1", "2", "3", "4", "5", "6"] })).toEqual([{ ...refused, value: "6 values" }]);
  });

  it.each(["", "any*", "any?", "a".repeat(129)])("refuses the plain value %j at once", (value) => {
    expect(problems({ values: ["good", value] })).toEqual([
      {
        argument: "verify.values[1]",
        rule: "must have 1 to 128 characters without * and ?, which match anything",
        value: `text of ${value.length} characters`,
        remedy: "generate it from letters and digits",
      },
    ]);
  });
});
