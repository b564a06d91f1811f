import { SimulatedAws } from "@org/aws-simulator";
import { deploy, type DeployRun } from "@org/offline-engine";
import { Zone } from "@pulumi/aws/route53";
import type { ApplicationLoadBalancer } from "./application-load-balancer";
import { customDomainProblems } from "./custom-domain";
import { smallNetwork } from "./small-network.fixture";
import { webOn } from "./web-balancer.fixture";

const recordType = "aws:route53/record:Record";
const recordsOf = (run: DeployRun) => run.resourcesOf(recordType).map(({ urn }) => urn.split("::").at(-1));

describe("a load balancer with names of its user's own", () => {
  let balancer: ApplicationLoadBalancer;
  const named = (...names: string[]) => () => {
    const { zoneId: hostedZoneId } = new Zone("zone", { name: "example.com" });
    balancer = webOn(smallNetwork(), { customDomain: { names, hostedZoneId } });
  };

  it("has an alias record for each of them, its child, and none for IPv6", async () => {
    const run = await deploy({ providers: [new SimulatedAws()], program: named("origin.example.com", "example.com") });
    expect(recordsOf(run)).toEqual(["web-a-origin.example.com", "web-a-example.com"]);
    const { dnsName, zoneId } = run.resource("aws:lb/loadBalancer:LoadBalancer").outputs;
    const { __defaults, ...inputs } = run.resource(recordType, "web-a-origin.example.com").inputs;
    expect(inputs).toMatchObject({
      zoneId: run.resource("aws:route53/zone:Zone").outputs.zoneId,
      name: "origin.example.com",
      type: "A",
      aliases: [{ name: dnsName, zoneId, evaluateTargetHealth: true }],
    });
    for (const { parent } of run.resourcesOf(recordType)) {
      expect(parent).toBe(run.resource("org:compute:ApplicationLoadBalancer").urn);
    }
    expect(Object.keys(balancer.records)).toEqual(["origin.example.com", "example.com"]);
  });

  it("keeps the records of the other names when one is taken away", async () => {
    const aws = new SimulatedAws();
    const before = await deploy({ providers: [aws], program: named("a.example.com", "b.example.com") });
    const after = await deploy({ providers: [aws], program: named("b.example.com"), state: before.state });
    expect(after.steps.filter(({ op }) => op !== "same").map(({ op, name }) => `${op} ${name}`)).toEqual(["delete web-a-a.example.com"]);
  });

  it("points them to the load balancer that takes its place, before the old one goes", async () => {
    const aws = new SimulatedAws();
    const on = (scheme: "internet-facing" | "internal") => () => {
      const { zoneId: hostedZoneId } = new Zone("zone", { name: "example.com" });
      const customDomain = { names: ["origin.example.com"], hostedZoneId };
      webOn(smallNetwork(), { customDomain, scheme, profile: "ephemeral" });
    };
    const before = await deploy({ providers: [aws], program: on("internet-facing") });
    const after = await deploy({ providers: [aws], program: on("internal"), state: before.state });
    const order = after.steps.map(({ op, name }) => `${op} ${name}`);
    expect(order.indexOf("update web-a-origin.example.com")).toBeGreaterThan(order.indexOf("create-replacement web-load-balancer"));
    expect(order.indexOf("delete-replaced web-load-balancer")).toBeGreaterThan(order.indexOf("update web-a-origin.example.com"));
  });

  it("has no records without them", async () => {
    const run = await deploy({ providers: [new SimulatedAws()], program: () => void (balancer = webOn(smallNetwork())) });
    expect(recordsOf(run)).toEqual([]);
    expect(balancer.records).toEqual({});
  });

  it("refuses illegal ones before anything is registered", async () => {
    const names = ["origin_example.com", "a.example.com", "a.example.com", "Origin.example.com", "localhost"];
    const program = () => void webOn(smallNetwork(), { customDomain: { names, hostedZoneId: "Z1" } });
    const run = await deploy({ providers: [new SimulatedAws()], program, expectFailure: true });
    expect(run.resourcesOf("org:compute:ApplicationLoadBalancer")).toEqual([]);
    const line = (value: string) =>
      `  - \`customDomain.names\` must hold domain names in lower case, each once, got "${value}": ` +
      "use for example origin.example.com or *.example.com";
    expect(run.diagnostics.map(({ message }) => message)).toEqual([
      ['ApplicationLoadBalancer "web": 4 invalid arguments', ...[names[0], names[2], names[3], names[4]].map(line)].join("\n"),
    ]);
  });
});

describe("the names of a custom domain", () => {
  it("are one or more", () => {
    expect(customDomainProblems({ names: [], hostedZoneId: "Z1" })).toEqual([
      {
        argument: "customDomain.names",
        rule: "must hold at least one domain name",
        value: [],
        remedy: "name what the certificate is for, or leave out customDomain to use the load balancer's own name",
      },
    ]);
    expect(customDomainProblems(undefined)).toEqual([]);
  });

  it("may have a wildcard in front, and at most 253 characters", () => {
    const long = (length: number) => `${"a.".repeat(Math.ceil((length - 3) / 2))}com`.slice(-length);
    expect(customDomainProblems({ names: ["*.example.com", "a-b.example.co.uk"], hostedZoneId: "Z1" })).toEqual([]);
    expect(customDomainProblems({ names: [long(253)], hostedZoneId: "Z1" })).toEqual([]);
    expect(customDomainProblems({ names: [long(255)], hostedZoneId: "Z1" })).toHaveLength(1);
  });
});
