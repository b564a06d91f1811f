import { SimulatedAws } from "@org/aws-simulator";
import { Subnet, Vpc } from "@pulumi/aws/ec2";
import { Key } from "@pulumi/aws/kms";
import { Listener, ListenerRule, LoadBalancer } from "@pulumi/aws/lb";
import { Zone } from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";
import type { DistributionArgs } from "./distribution";
import { deployDistribution, DISTRIBUTION, logicalName, messages, naming } from "./distribution.fixture";
import { EdgeCertificate } from "./edge-certificate";
import { OriginVerification } from "./origin-verification";

const RULE = "aws:lb/listenerRule:ListenerRule";
const RECORD = "aws:route53/record:Record";
const VPC_ORIGIN = "aws:cloudfront/vpcOrigin:VpcOrigin";
const home = { region: "eu-west-1" };

function loadBalancer(): LoadBalancer {
  const vpc = new Vpc("vpc", { ...home, cidrBlock: "10.0.0.0/16" });
  const subnets = ["a", "b"].map(
    (zone, index) =>
      new Subnet(zone, { ...home, vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `eu-west-1${zone}` }),
  );
  return new LoadBalancer("web", { ...home, name: "web", internal: true, subnets: subnets.map(({ id }) => id) });
}

/** A load balancer that forwards only what carries one of the values, as `ApplicationLoadBalancer` of compute does. */
function verifyingOrigin(version: number): Partial<DistributionArgs> {
  const kmsKeyId = new Key("key", { ...home, description: "secrets" }).arn;
  const verification = new OriginVerification("origin", { source: { kind: "generated", kmsKeyId, version }, naming });
  const balancer = loadBalancer();
  const fixedResponse = { contentType: "text/plain", statusCode: "403" };
  const listener = new Listener("web", {
    ...home,
    loadBalancerArn: balancer.arn,
    port: 80,
    protocol: "HTTP",
    defaultActions: [{ type: "fixed-response", fixedResponse }],
  });
  const rule = new ListenerRule("verified", {
    ...home,
    listenerArn: listener.arn,
    priority: 1,
    conditions: [{ httpHeader: { httpHeaderName: verification.headerName, values: [...verification.values] } }],
    actions: [{ type: "fixed-response", fixedResponse: { ...fixedResponse, statusCode: "200" } }],
  });
  return {
    origin: { kind: "custom", domainName: balancer.dnsName, protocol: "http-only", verification, verifiedBy: [rule] },
  };
}

type Run = Awaited<ReturnType<typeof deployDistribution>>;
interface Origins {
  readonly customHeaders: readonly { readonly name: string; readonly value: unknown }[];
}
const SECRET_MARK = "4dabf18193072939515e22adb298388d";

/** What a secret of the state holds. It throws for plain text. */
function revealed(secret: unknown): string {
  if (typeof secret !== "object" || secret === null || !(SECRET_MARK in secret)) throw new Error("This is no secret.");
  return (secret as unknown as { value: string }).value;
}

const sent = (run: Run) => {
  const [origin] = run.resource(DISTRIBUTION).inputs.origins as unknown as Origins[];
  return origin.customHeaders.map(({ name, value }) => [name, revealed(value)]);
};
const taken = (run: Run) => {
  const conditions = run.resource(RULE).inputs.conditions as unknown as { httpHeader: { values: unknown[] } }[];
  return conditions[0].httpHeader.values.map(revealed);
};

/** Every text of a state's properties that no secret holds. */
function plainTexts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || SECRET_MARK in value) return [];
  return Object.values(value).flatMap(plainTexts);
}

describe("an origin that asks for a header", () => {
  it("gets it from the distribution, as a secret, and takes nothing else", async () => {
    const run = await deployDistribution(() => verifyingOrigin(1));
    expect(sent(run)).toEqual([["x-origin-verify", taken(run)[0]]]);
    expect(taken(run)).toEqual([expect.stringMatching(/^[A-Za-z0-9]{64}$/)]);
    expect(run.outputs.bypassProtection).toBe("origin-verify-header");
    expect(run.resource("org:edge:Distribution").outputs).toMatchObject({ bypassProtection: "origin-verify-header" });
  });

  it("knows the new value before CloudFront sends it, and still takes the old one meanwhile", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployDistribution(() => verifyingOrigin(1), { providers });
    const second = await deployDistribution(() => verifyingOrigin(2), { providers, state: first.state });
    const [old] = taken(first);
    const [current] = taken(second);
    expect(taken(second)).toEqual([current, old]);
    expect(current).not.toBe(old);
    expect(sent(second)).toEqual([["x-origin-verify", current]]);
    const changed = second.steps.filter(({ op, type }) => op === "update" && [RULE, DISTRIBUTION].includes(type));
    expect(changed.map(({ type }) => type)).toEqual([RULE, DISTRIBUTION]);
    expect(second.resource(DISTRIBUTION).dependencies).toContain(second.resource(RULE).urn);
  });

  it("is shown by a preview of the first deployment", async () => {
    const run = await deployDistribution(() => verifyingOrigin(1), { preview: true });
    const created = run.steps.filter(({ op, type }) => op === "create" && [RULE, DISTRIBUTION].includes(type));
    expect(created.map(({ type }) => type)).toEqual([RULE, DISTRIBUTION]);
  });

  it("is not claimed to be protected while nothing refuses requests without the header", async () => {
    const run = await deployDistribution(() => {
      const { origin } = verifyingOrigin(1);
      return { origin: { ...(origin as Extract<DistributionArgs["origin"], { kind: "custom" }>), verifiedBy: [] } };
    });
    expect(sent(run)).toHaveLength(1);
    expect(run.outputs.bypassProtection).toBe("none");
  });

  it("leaves none of the values in the state as plain text, of no resource", async () => {
    const run = await deployDistribution(() => verifyingOrigin(2));
    const plain = run.state.resources.flatMap(({ inputs, outputs }) => plainTexts([inputs, outputs]));
    expect(plain).toContain("x-origin-verify");
    expect(taken(run).filter((value) => plain.some((text) => text.includes(value)))).toEqual([]);
    expect(taken(run)).toHaveLength(2);
  });
});

describe("a VPC origin", () => {
  const inVpc = (): Partial<DistributionArgs> => {
    const balancer = loadBalancer();
    return {
      origin: { kind: "vpc", loadBalancerArn: balancer.arn, domainName: balancer.dnsName, protocol: "http-only", port: 8080 },
    };
  };

  it("lets CloudFront reach a load balancer without a public address", async () => {
    const run = await deployDistribution(inVpc);
    const vpcOrigin = run.resource(VPC_ORIGIN, "edge-vpc-origin");
    expect(vpcOrigin.parent).toBe(run.resource("org:edge:Distribution").urn);
    expect(vpcOrigin.inputs).toMatchObject({
      vpcOriginEndpointConfig: {
        name: "infra-dev-edge",
        arn: run.resource("aws:lb/loadBalancer:LoadBalancer").outputs.arn,
        httpPort: 8080,
        httpsPort: 443,
        originProtocolPolicy: "http-only",
        originSslProtocols: { items: ["TLSv1.2"], quantity: 1 },
      },
      tags: { Name: "infra-dev-edge", Project: "infra", Environment: "dev", ManagedBy: "pulumi" },
    });
    const [origin] = run.resource(DISTRIBUTION).inputs.origins as Record<string, unknown>[];
    expect(origin).toMatchObject({
      domainName: run.resource("aws:lb/loadBalancer:LoadBalancer").outputs.dnsName,
      vpcOriginConfig: { vpcOriginId: vpcOrigin.id },
    });
    expect("customOriginConfig" in origin).toBe(false);
    expect(run.outputs.bypassProtection).toBe("vpc-origin");
  });

  it("goes after the distribution that uses it", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployDistribution(inVpc, { providers });
    const gone = await deployDistribution({}, { providers, state: first.state, program: () => undefined });
    const deleted = gone.steps.filter(({ op }) => op === "delete").map(({ type }) => type);
    expect(deleted.indexOf(DISTRIBUTION)).toBeLessThan(deleted.indexOf(VPC_ORIGIN));
    expect(deleted.indexOf(VPC_ORIGIN)).toBeLessThan(deleted.indexOf("aws:lb/loadBalancer:LoadBalancer"));
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

describe("a custom domain", () => {
  const withDomain = (names: string[]) => (): Partial<DistributionArgs> => {
    const { zoneId } = new Zone("example", { name: "example.com" });
    const { arn } = new EdgeCertificate("www", {
      domainName: "example.com",
      alternativeNames: ["*.example.com"],
      hostedZoneId: zoneId,
      naming,
    });
    return {
      // The certificate of the load balancer is for www.example.com, the name that AllViewer passes on.
      origin: { kind: "custom", domainName: "web.eu-west-1.elb.amazonaws.com", protocol: "https-only" },
      customDomain: { names, certificateArn: arn, hostedZoneId: zoneId },
    };
  };

  it("points IPv4 and IPv6 addresses of each name to CloudFront, with a certificate of us-east-1", async () => {
    const run = await deployDistribution(withDomain(["example.com", "www.example.com"]));
    const aliases = run.resourcesOf(RECORD).filter(({ inputs }) => inputs.aliases !== undefined);
    expect(Object.fromEntries(aliases.map(({ urn, inputs }) => [logicalName(urn), [inputs.type, inputs.name]]))).toEqual({
      "edge-a-example.com": ["A", "example.com"],
      "edge-aaaa-example.com": ["AAAA", "example.com"],
      "edge-a-www.example.com": ["A", "www.example.com"],
      "edge-aaaa-www.example.com": ["AAAA", "www.example.com"],
    });
    for (const { parent, inputs } of aliases) {
      expect(parent).toBe(run.resource("org:edge:Distribution").urn);
      expect(inputs.aliases).toMatchObject([
        { name: run.outputs.domainName, zoneId: "Z2FDTNDATAQYW2", evaluateTargetHealth: false },
      ]);
    }
    expect(run.resource(DISTRIBUTION).inputs).toMatchObject({
      aliases: ["example.com", "www.example.com"],
      viewerCertificate: {
        acmCertificateArn: expect.stringMatching(/^arn:aws:acm:us-east-1:/),
        minimumProtocolVersion: "TLSv1.2_2021",
      },
      origins: [{ customOriginConfig: { originProtocolPolicy: "https-only" } }],
    });
  });

  it("touches no record of another name when one comes or goes", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployDistribution(withDomain(["example.com", "www.example.com"]), { providers });
    const second = await deployDistribution(withDomain(["www.example.com"]), { providers, state: first.state });
    const records = second.steps.filter(({ op, type }) => op !== "same" && type === RECORD);
    expect(records.map(({ op, urn }) => [op, logicalName(urn)]).sort()).toEqual([
      ["delete", "edge-a-example.com"],
      ["delete", "edge-aaaa-example.com"],
    ]);
  });
});
