import { SimulatedAws } from "@org/aws-simulator";
import { Zone } from "@pulumi/aws/route53";
import { deployDistribution, DISTRIBUTION, logicalName } from "./distribution.fixture";
import { LISTENER_RULE, LOAD_BALANCER } from "./load-balancer.fixture";
import { insideTheVpc, originName, overTheInternet, viewerName } from "./tls-at-both-ends.fixture";

const CERTIFICATE = "aws:acm/certificate:Certificate";
const LISTENER = "aws:lb/listener:Listener";
const RECORD = "aws:route53/record:Record";

type Run = Awaited<ReturnType<typeof deployDistribution>>;

/** The names of which CloudFront wants one in the origin's certificate: its domain name, or the Host header if it is sent. */
function namesAskedFor(run: Run): unknown[] {
  const { aliases, origins } = run.resource(DISTRIBUTION).inputs as unknown as {
    readonly aliases: unknown[];
    readonly origins: readonly { readonly domainName: unknown }[];
  };
  return [origins[0].domainName, ...aliases];
}

const certificateOf = (run: Run, arn: unknown) => run.resourcesOf(CERTIFICATE).find(({ outputs }) => outputs.arn === arn)?.inputs;

describe("TLS at both ends", () => {
  it("has each certificate in the Region where its end looks for it", async () => {
    const run = await deployDistribution(overTheInternet);
    const { viewerCertificate } = run.resource(DISTRIBUTION).inputs as { viewerCertificate: { acmCertificateArn: string } };
    const { certificateArn } = run.resource(LISTENER).inputs as { certificateArn: string };
    expect(viewerCertificate.acmCertificateArn).toMatch(/^arn:aws:acm:us-east-1:/);
    expect(viewerCertificate).toMatchObject({ minimumProtocolVersion: "TLSv1.2_2021", sslSupportMethod: "sni-only" });
    expect(certificateOf(run, viewerCertificate.acmCertificateArn)?.domainName).toBe(viewerName);
    expect(certificateArn).toMatch(/^arn:aws:acm:eu-west-1:/);
    expect(certificateOf(run, certificateArn)?.domainName).toBe(originName);
  });

  it("asks the load balancer over TLS 1.2 for the name in its certificate, with the header that it wants", async () => {
    const run = await deployDistribution(overTheInternet);
    const { inputs } = run.resource(DISTRIBUTION);
    expect(inputs.origins).toMatchObject([
      {
        domainName: originName,
        customHeaders: [{ name: "x-origin-verify" }],
        customOriginConfig: { originProtocolPolicy: "https-only", httpsPort: 443, originSslProtocols: ["TLSv1.2"] },
      },
    ]);
    expect(namesAskedFor(run)).toContain(certificateOf(run, run.resource(LISTENER).inputs.certificateArn)?.domainName);
    expect(run.outputs.bypassProtection).toBe("origin-verify-header");
    expect(run.resource(DISTRIBUTION).dependencies).toContain(run.resource(LISTENER_RULE).urn);
  });

  it("leads viewers to CloudFront over IPv4 and IPv6, and CloudFront to the load balancer", async () => {
    const run = await deployDistribution(overTheInternet);
    const aliases = run.resourcesOf(RECORD).filter(({ inputs }) => inputs.aliases !== undefined);
    const led = aliases.map(({ inputs }) => {
      const [{ name }] = inputs.aliases as { name: unknown }[];
      return [inputs.type, inputs.name, name];
    });
    const { dnsName } = run.resource(LOAD_BALANCER).outputs;
    expect(led.sort()).toEqual([
      ["A", viewerName, run.outputs.domainName],
      ["A", originName, dnsName],
      ["AAAA", viewerName, run.outputs.domainName],
    ]);
    const proofs = run.resourcesOf(RECORD).filter(({ inputs }) => inputs.type === "CNAME");
    expect(proofs.map(({ urn }) => logicalName(urn)).sort()).toEqual([`app-proof-${viewerName}`, `origin-proof-${originName}`]);
  });

  it.each(["AllViewer", "AllViewerExceptHostHeader"] as const)(
    "works inside the VPC, where the name of the certificate stands in for the load balancer's own (%s)",
    async (originRequestPolicy) => {
      const run = await deployDistribution(insideTheVpc(originRequestPolicy));
      const [origin] = run.resource(DISTRIBUTION).inputs.origins as Readonly<{ [property: string]: unknown }>[];
      const vpcOrigin = run.resource("aws:cloudfront/vpcOrigin:VpcOrigin");
      expect(origin).toMatchObject({ domainName: originName, vpcOriginConfig: { vpcOriginId: vpcOrigin.id } });
      expect("customOriginConfig" in origin).toBe(false);
      expect(vpcOrigin.inputs.vpcOriginEndpointConfig).toMatchObject({
        arn: run.resource(LOAD_BALANCER).outputs.arn,
        originProtocolPolicy: "https-only",
        httpsPort: 443,
        originSslProtocols: { items: ["TLSv1.2"], quantity: 1 },
      });
      expect(run.resource(LOAD_BALANCER).inputs.internal).toBe(true);
      expect(run.outputs.bypassProtection).toBe("vpc-origin");
    },
  );

  it("is shown by a preview, changes nothing the second time, and can be destroyed", async () => {
    const providers = [new SimulatedAws()];
    const preview = await deployDistribution(overTheInternet, { providers, preview: true });
    expect(preview.resourcesOf(CERTIFICATE)).toHaveLength(2);
    const first = await deployDistribution(overTheInternet, { providers });
    const second = await deployDistribution(overTheInternet, { providers, state: first.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
    // All but the zone, which the records of production certificates outlive.
    const zoneOnly = () => void new Zone("example", { name: "example.com" });
    const gone = await deployDistribution({}, { providers, state: second.state, program: zoneOnly });
    expect(gone.resources.filter(({ type }) => type.startsWith("aws:")).map(({ type }) => type)).toEqual(["aws:route53/zone:Zone"]);
  });
});
