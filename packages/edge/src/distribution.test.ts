import { SimulatedAws } from "@org/aws-simulator";
import { UNKNOWN } from "@org/offline-engine";
import { Certificate, CertificateValidation } from "@pulumi/aws/acm";
import * as pulumi from "@pulumi/pulumi";
import type { DistributionArgs } from "./distribution";
import { legacyLoggingOf } from "./distribution-logging";
import { edge } from "./edge-region";
import { deployDistribution, DISTRIBUTION, messages } from "./distribution.fixture";

const METRICS = "aws:cloudfront/monitoringSubscription:MonitoringSubscription";

describe("Distribution", () => {
  it("creates a distribution and its additional metrics, as children of the component", async () => {
    const run = await deployDistribution();
    const { urn } = run.resource("org:edge:Distribution", "edge");
    expect(run.resource(DISTRIBUTION, "edge-distribution").parent).toBe(urn);
    expect(run.resources.filter(({ parent }) => parent === urn).map(({ type }) => type)).toEqual([DISTRIBUTION, METRICS]);
    expect(run.resource(METRICS, "edge-metrics").inputs).toMatchObject({
      distributionId: run.outputs.distributionId,
      monitoringSubscription: {
        realtimeMetricsSubscriptionConfig: { realtimeMetricsSubscriptionStatus: "Enabled" },
      },
    });
  });

  it("saves the additional metrics in the ephemeral profile", async () => {
    expect((await deployDistribution({ profile: "ephemeral" })).resourcesOf(METRICS)).toEqual([]);
  });

  it("answers some countries only when told so", async () => {
    const { inputs } = (await deployDistribution({ countries: { allow: ["FR", "DE"] } })).resource(DISTRIBUTION);
    expect(inputs.restrictions).toMatchObject({
      geoRestriction: { restrictionType: "whitelist", locations: ["DE", "FR"] },
    });
  });

  it("redirects viewers to HTTPS, caches nothing, compresses and adds security headers", async () => {
    const { inputs } = (await deployDistribution()).resource(DISTRIBUTION);
    expect(inputs.defaultCacheBehavior).toMatchObject({
      targetOriginId: "origin",
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
      cachedMethods: ["GET", "HEAD"],
      compress: true,
      cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      originRequestPolicyId: "216adef6-5c7f-47e4-b989-5492eafa07d3",
      responseHeadersPolicyId: "67f7725c-6f97-4210-82d7-5512b31e9d03",
    });
    expect(inputs).toMatchObject({
      enabled: true,
      comment: "infra-dev edge",
      httpVersion: "http2and3",
      isIpv6Enabled: true,
      priceClass: "PriceClass_All",
      restrictions: { geoRestriction: { restrictionType: "none" } },
      tags: { Name: "infra-dev-edge", Project: "infra", Environment: "dev", ManagedBy: "pulumi" },
    });
  });

  it("speaks to its origin by the protocol that it is given", async () => {
    const { inputs } = (await deployDistribution()).resource(DISTRIBUTION);
    expect(inputs.origins).toMatchObject([
      {
        originId: "origin",
        domainName: "web.eu-west-1.elb.amazonaws.com",
        customOriginConfig: {
          httpPort: 80,
          httpsPort: 443,
          originProtocolPolicy: "http-only",
          originSslProtocols: ["TLSv1.2"],
        },
      },
    ]);
  });

  it("is behind the web ACL, by its ARN", async () => {
    const run = await deployDistribution();
    expect(run.resource(DISTRIBUTION).inputs.webAclId).toBe(run.resource("aws:wafv2/webAcl:WebAcl").outputs.arn);
  });

  it("logs without cookies into the bucket, and waits for everything that the bucket needs", async () => {
    const run = await deployDistribution();
    const { inputs, dependencies } = run.resource(DISTRIBUTION);
    expect(inputs.loggingConfig).toMatchObject({
      bucket: "infra-dev-cloudfront-logs.s3.amazonaws.com",
      prefix: "cloudfront/",
      includeCookies: false,
    });
    const ready = run.resources.filter(({ type }) => type.startsWith("aws:s3/")).map(({ urn }) => urn);
    expect(ready).toHaveLength(3);
    expect(dependencies).toEqual(expect.arrayContaining(ready));
  });

  it("uses CloudFront's own name and certificate unless it is given a domain", async () => {
    const { inputs } = (await deployDistribution()).resource(DISTRIBUTION);
    expect(inputs.viewerCertificate).toMatchObject({ cloudfrontDefaultCertificate: true });
    expect(inputs.aliases ?? []).toEqual([]);
  });

  it("wants TLS 1.2 from viewers under a domain name of its own", async () => {
    const run = await deployDistribution((): Partial<DistributionArgs> => {
      const { arn } = new Certificate("www", { ...edge, domainName: "www.example.com", validationMethod: "DNS" });
      const { certificateArn } = new CertificateValidation("www", { ...edge, certificateArn: arn });
      return { customDomain: { names: ["www.example.com"], certificateArn } };
    });
    const certificateArn = run.resource("aws:acm/certificate:Certificate").outputs.arn;
    const { inputs } = run.resource(DISTRIBUTION);
    expect(inputs.aliases).toEqual(["www.example.com"]);
    expect(inputs.viewerCertificate).toMatchObject({
      acmCertificateArn: certificateArn,
      sslSupportMethod: "sni-only",
      minimumProtocolVersion: "TLSv1.2_2021",
    });
  });

  it("takes a stricter TLS policy", async () => {
    const run = await deployDistribution((): Partial<DistributionArgs> => {
      const { arn } = new Certificate("www", { ...edge, domainName: "www.example.com", validationMethod: "DNS" });
      const { certificateArn } = new CertificateValidation("www", { ...edge, certificateArn: arn });
      return { customDomain: { names: ["www.example.com"], certificateArn, tlsPolicy: "TLSv1.3_2025" } };
    });
    expect(run.resource(DISTRIBUTION).inputs.viewerCertificate).toMatchObject({ minimumProtocolVersion: "TLSv1.3_2025" });
  });

  it("carries tags of the caller's besides the standard ones", async () => {
    const { inputs } = (await deployDistribution({ tags: { Team: "web" } })).resource(DISTRIBUTION);
    expect(inputs.tags).toMatchObject({ Team: "web", Environment: "dev" });
  });

  it("leaves the last word to the caller's transform, and takes a cheaper price class", async () => {
    const { inputs } = (
      await deployDistribution({
        priceClass: "PriceClass_100",
        transform: { distribution: (args) => (args.defaultRootObject = "index.html") },
      })
    ).resource(DISTRIBUTION);
    expect([inputs.priceClass, inputs.defaultRootObject]).toEqual(["PriceClass_100", "index.html"]);
  });

  it("registers its outputs", async () => {
    const run = await deployDistribution();
    const { id, outputs } = run.resource(DISTRIBUTION);
    expect(run.resource("org:edge:Distribution").outputs).toEqual({
      distributionId: id,
      arn: outputs.arn,
      domainName: outputs.domainName,
      bypassProtection: "none",
    });
    expect(run.outputs).toEqual({
      distributionId: id,
      arn: `arn:aws:cloudfront::123456789012:distribution/${id}`,
      domainName: outputs.domainName,
      hostedZoneId: "Z2FDTNDATAQYW2",
      bypassProtection: "none",
    });
    expect(run.outputs.domainName).toMatch(/^[a-z0-9]+\.cloudfront\.net$/);
  });

  it("changes nothing the second time", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployDistribution({}, { providers });
    const second = await deployDistribution({}, { providers, state: first.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });

  it("is shown by a preview, when the ARN of its web ACL is not known yet", async () => {
    const run = await deployDistribution({}, { preview: true });
    const { inputs } = run.resource(DISTRIBUTION);
    expect(run.steps.filter(({ op, type }) => op === "create" && type === DISTRIBUTION)).toHaveLength(1);
    expect([inputs.webAclId, inputs.httpVersion]).toEqual([UNKNOWN, "http2and3"]);
  });

  it("can be destroyed and created again", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployDistribution({}, { providers });
    const gone = await deployDistribution({}, { providers, state: first.state, program: () => undefined });
    expect(gone.resources.filter(({ type }) => type.startsWith("aws:"))).toEqual([]);
    const deleted = gone.steps.filter(({ op }) => op === "delete").map(({ type }) => type);
    expect(deleted.indexOf(DISTRIBUTION)).toBeLessThan(deleted.indexOf("aws:s3/bucketAcl:BucketAcl"));
    expect(deleted.indexOf(DISTRIBUTION)).toBeLessThan(deleted.indexOf("aws:wafv2/webAcl:WebAcl"));
    const second = await deployDistribution({}, { providers, state: gone.state });
    expect(second.resource(DISTRIBUTION).outputs.arn).toMatch(/^arn:aws:cloudfront::123456789012:distribution\//);
  });

  it("refuses a certificate of another Region as soon as its ARN is known", async () => {
    const wrong = "arn:aws:acm:eu-west-1:123456789012:certificate/0d7a5c1e-0000-4000-8000-000000000000";
    const customDomain = { names: ["www.example.com"], certificateArn: pulumi.output(wrong) };
    const run = await deployDistribution({ customDomain }, { expectFailure: true });
    expect(messages(run)).toContain(
      'Distribution "edge": 1 invalid argument\n' +
        "  - `customDomain.certificateArn` must be the ARN of an ACM certificate in us-east-1, " +
        `the only Region CloudFront takes certificates from, got "${wrong}": ` +
        "request the certificate in us-east-1 and pass its ARN",
    );
    expect(run.resourcesOf(DISTRIBUTION)).toEqual([]);
  });

  it("refuses https to a load balancer's own name as soon as the name is known", async () => {
    const domainName = pulumi.output("web.eu-west-1.elb.amazonaws.com");
    const run = await deployDistribution(
      { origin: { kind: "custom", domainName, protocol: "https-only" } },
      { expectFailure: true },
    );
    expect(messages(run)).toContain(
      "`origin.domainName` must be a name that the origin's certificate can hold, " +
        'which the DNS name of a load balancer is not, got "web.eu-west-1.elb.amazonaws.com"',
    );
    expect(run.resourcesOf(DISTRIBUTION)).toEqual([]);
  });

  it("does not compile with the log bucket of a load balancer", () => {
    const albLogs = { writerKind: "alb" as const, region: "us-east-1", domainName: "", ready: [] };
    // @ts-expect-error A bucket without ACLs cannot take CloudFront's logs.
    const logging: DistributionArgs["logging"] = { kind: "legacy", bucket: albLogs };
    expect(legacyLoggingOf(logging)?.bucket.writerKind).toBe("alb");
  });
});
