import { SimulatedAws } from "@org/aws-simulator";
import type { DeployRun } from "@org/offline-engine";
import { deployStack } from "./deployed-stack.fixture";
import { createHostedZone } from "./hosted-zone.fixture";
import type { InfrastructureStackArgs } from "./infrastructure-stack-args";

/** The stack with a domain name of its own, in eu-west-1. */
async function deployWithDomain(args: Partial<InfrastructureStackArgs> = {}): Promise<DeployRun> {
  const aws = new SimulatedAws();
  const domain = { name: "app.example.com", hostedZoneId: await createHostedZone(aws) };
  const region = { region: "eu-west-1", availabilityZones: ["eu-west-1a", "eu-west-1b"] };
  return deployStack({ ...region, domain, ...args }, { aws });
}

const inputsOf = (run: DeployRun, type: string) => run.resourcesOf(type).map(({ inputs }) => inputs);

describe("an InfrastructureStack with a domain name", () => {
  let run: DeployRun;

  beforeAll(async () => {
    run = await deployWithDomain();
  });

  it("shows viewers its own certificate, from us-east-1, and speaks TLS 1.2 or newer with them", () => {
    const [distribution] = inputsOf(run, "aws:cloudfront/distribution:Distribution");

    expect(distribution["aliases"]).toEqual(["app.example.com"]);
    expect(distribution["viewerCertificate"]).toMatchObject({
      acmCertificateArn: expect.stringMatching(/^arn:aws:acm:us-east-1:/),
      minimumProtocolVersion: "TLSv1.2_2021",
      sslSupportMethod: "sni-only",
    });
    expect(run.outputs["url"]).toBe("https://app.example.com");
  });

  it("speaks TLS with the load balancer, by a name that its certificate of the home region holds", () => {
    const [distribution] = inputsOf(run, "aws:cloudfront/distribution:Distribution");
    const [listener, ...others] = inputsOf(run, "aws:lb/listener:Listener");

    expect(distribution["origins"]).toMatchObject([
      { domainName: "origin.app.example.com", customOriginConfig: { originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] } },
    ]);
    expect(listener).toMatchObject({
      port: 443,
      protocol: "HTTPS",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
      certificateArn: expect.stringMatching(/^arn:aws:acm:eu-west-1:/),
    });
    expect(others).toEqual([]);
  });

  it("points its name to CloudFront, and the origin's name to the load balancer", () => {
    const { albDnsName, cloudFrontDomainName } = run.outputs;
    const aliases = inputsOf(run, "aws:route53/record:Record").filter((record) => record["aliases"] !== undefined);

    expect(aliases).toMatchObject([
      { name: "origin.app.example.com", type: "A", aliases: [{ name: albDnsName }] },
      { name: "app.example.com", type: "A", aliases: [{ name: cloudFrontDomainName }] },
      { name: "app.example.com", type: "AAAA", aliases: [{ name: cloudFrontDomainName }] },
    ]);
  });

  it("warns production that has no domain name, and nobody else", async () => {
    const warnings = ({ diagnostics }: DeployRun) => diagnostics.filter(({ severity }) => severity === "warning");

    expect(warnings(run)).toEqual([]);
    expect(warnings(await deployStack({ profile: "ephemeral" }))).toEqual([]);
    expect(warnings(await deployStack())).toMatchObject([
      { message: expect.stringContaining("what CloudFront and the load balancer tell each other is not encrypted. Set `domain`") },
    ]);
  });
});

describe("an InfrastructureStack with an internal load balancer", () => {
  it.each([
    ["by TLS when it has a domain name", {}, { domainName: "origin.app.example.com" }, "https-only"],
    ["by plain HTTP inside the VPC when it has none", { domain: undefined }, {}, "http-only"],
  ] as const)("is reached by CloudFront alone, through a VPC origin, %s", async (_how, args, origin, protocol) => {
    const run = await deployWithDomain({ ...args, loadBalancerScheme: "internal" });
    const [loadBalancer] = inputsOf(run, "aws:lb/loadBalancer:LoadBalancer");
    const [distribution] = inputsOf(run, "aws:cloudfront/distribution:Distribution");
    const [vpcOrigin] = run.resourcesOf("aws:cloudfront/vpcOrigin:VpcOrigin");

    expect(loadBalancer).toMatchObject({ internal: true, subnets: run.outputs["privateSubnetIds"] });
    expect(distribution["origins"]).toMatchObject([{ ...origin, vpcOriginConfig: { vpcOriginId: vpcOrigin.id } }]);
    expect(vpcOrigin.inputs["vpcOriginEndpointConfig"]).toMatchObject({
      arn: run.outputs["albArn"],
      originProtocolPolicy: protocol,
    });
    expect(run.outputs["bypassProtection"]).toBe("vpc-origin");
  });
});
