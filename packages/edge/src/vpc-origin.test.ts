import { SimulatedAws } from "@org/aws-simulator";
import { LoadBalancer } from "@pulumi/aws/lb";
import * as pulumi from "@pulumi/pulumi";
import type { DistributionArgs } from "./distribution";
import { deployDistribution, DISTRIBUTION, messages } from "./distribution.fixture";
import { balancer, home, LOAD_BALANCER } from "./load-balancer.fixture";

const VPC_ORIGIN = "aws:cloudfront/vpcOrigin:VpcOrigin";

type Resource = ReturnType<Awaited<ReturnType<typeof deployDistribution>>["resource"]>;

const endpointOf = ({ inputs }: Resource) => inputs.vpcOriginEndpointConfig as Readonly<Record<string, unknown>>;

describe("a VPC origin", () => {
  const inVpc = (port: number) => (): Partial<DistributionArgs> => {
    const { loadBalancer } = balancer({ port });
    return {
      origin: { kind: "vpc", loadBalancerArn: loadBalancer.arn, domainName: loadBalancer.dnsName, protocol: "http-only", port },
    };
  };

  it("lets CloudFront reach a load balancer without a public address", async () => {
    const run = await deployDistribution(inVpc(8080));
    const vpcOrigin = run.resource(VPC_ORIGIN, "edge-vpc-origin");
    expect(vpcOrigin.parent).toBe(run.resource("org:edge:Distribution").urn);
    expect(vpcOrigin.inputs).toMatchObject({
      vpcOriginEndpointConfig: {
        name: expect.stringMatching(/^infra-dev-edge-[0-9a-z]{8}$/),
        arn: run.resource(LOAD_BALANCER).outputs.arn,
        httpPort: 8080,
        httpsPort: 443,
        originProtocolPolicy: "http-only",
        originSslProtocols: { items: ["TLSv1.2"], quantity: 1 },
      },
      tags: { Name: "infra-dev-edge", Project: "infra", Environment: "dev", ManagedBy: "pulumi" },
    });
    const [origin] = run.resource(DISTRIBUTION).inputs.origins as Record<string, unknown>[];
    expect(origin).toMatchObject({
      domainName: run.resource(LOAD_BALANCER).outputs.dnsName,
      vpcOriginConfig: { vpcOriginId: vpcOrigin.id },
    });
    expect("customOriginConfig" in origin).toBe(false);
    expect(run.outputs.bypassProtection).toBe("vpc-origin");
  });

  it("gives way to another one when anything of it changes, as CloudFront changes none that is in use", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployDistribution(inVpc(8080), { providers });
    const second = await deployDistribution(inVpc(8081), { providers, state: first.state });
    const [old, current] = [first.resource(VPC_ORIGIN), second.resource(VPC_ORIGIN)];
    expect(current.id).not.toBe(old.id);
    expect(endpointOf(current)).toMatchObject({ httpPort: 8081, arn: endpointOf(old).arn });
    expect(endpointOf(current).name).not.toBe(endpointOf(old).name);
    expect(second.resource(DISTRIBUTION).inputs.origins).toMatchObject([{ vpcOriginConfig: { vpcOriginId: current.id } }]);
    const steps = second.steps.filter(({ type }) => type === VPC_ORIGIN || type === DISTRIBUTION).map(({ op, type }) => [op, type]);
    expect(steps.filter(([op]) => op !== "replace")).toEqual([
      ["create-replacement", VPC_ORIGIN],
      ["update", DISTRIBUTION],
      ["delete-replaced", VPC_ORIGIN],
    ]);
  });

  it("gives way to one of another name for another load balancer", async () => {
    const toOneOfTwo = (chosen: "web" | "other") => (): Partial<DistributionArgs> => {
      const { loadBalancer: web } = balancer({ port: 80 });
      const { subnets, securityGroups } = web;
      const other = new LoadBalancer("other", { ...home, name: "other", internal: true, subnets, securityGroups });
      const { arn, dnsName } = { web, other }[chosen];
      return { origin: { kind: "vpc", loadBalancerArn: arn, domainName: dnsName, protocol: "http-only" } };
    };
    const providers = [new SimulatedAws()];
    const first = await deployDistribution(toOneOfTwo("web"), { providers });
    const second = await deployDistribution(toOneOfTwo("other"), { providers, state: first.state });
    const [old, current] = [first, second].map((run) => endpointOf(run.resource(VPC_ORIGIN)));
    expect(current.arn).toBe(second.resource(LOAD_BALANCER, "other").outputs.arn);
    expect(current.name).not.toBe(old.name);
  });

  it("stays when only its tags change, and when nothing does", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployDistribution(inVpc(8080), { providers });
    const tagged = await deployDistribution(() => ({ ...inVpc(8080)(), tags: { Team: "web" } }), { providers, state: first.state });
    expect(tagged.resource(VPC_ORIGIN).id).toBe(first.resource(VPC_ORIGIN).id);
    expect(tagged.resource(VPC_ORIGIN).inputs.tags).toMatchObject({ Team: "web" });
    const third = await deployDistribution(() => ({ ...inVpc(8080)(), tags: { Team: "web" } }), { providers, state: tagged.state });
    expect(third.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });

  it("goes after the distribution that uses it", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployDistribution(inVpc(8080), { providers });
    const gone = await deployDistribution({}, { providers, state: first.state, program: () => undefined });
    const deleted = gone.steps.filter(({ op }) => op === "delete").map(({ type }) => type);
    expect(deleted.indexOf(DISTRIBUTION)).toBeLessThan(deleted.indexOf(VPC_ORIGIN));
    expect(deleted.indexOf(VPC_ORIGIN)).toBeLessThan(deleted.indexOf(LOAD_BALANCER));
  });

  it("is refused for what is no load balancer, as soon as the ARN is known", async () => {
    const loadBalancerArn = pulumi.output("arn:aws:ec2:eu-west-1:123456789012:instance/i-0d7a");
    const run = await deployDistribution(
      { origin: { kind: "vpc", loadBalancerArn, domainName: "web.example.com", protocol: "https-only" } },
      { expectFailure: true },
    );
    expect(messages(run)).toContain(
      "`origin.loadBalancerArn` must be the ARN of an Application or Network Load Balancer, " +
        'got "arn:aws:ec2:eu-west-1:123456789012:instance/i-0d7a"',
    );
    expect(run.resourcesOf(VPC_ORIGIN)).toEqual([]);
  });
});
