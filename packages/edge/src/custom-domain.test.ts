import { SimulatedAws } from "@org/aws-simulator";
import { Zone } from "@pulumi/aws/route53";
import { Certificate } from "./certificate";
import type { DistributionArgs } from "./distribution";
import { deployDistribution, DISTRIBUTION, logicalName, naming } from "./distribution.fixture";

const RECORD = "aws:route53/record:Record";

describe("a custom domain", () => {
  const withDomain = (names: string[]) => (): Partial<DistributionArgs> => {
    const { zoneId } = new Zone("example", { name: "example.com" });
    const { arn } = new Certificate("www", {
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
