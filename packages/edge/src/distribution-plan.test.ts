import { output } from "@pulumi/pulumi";
import type { CustomDomain } from "./custom-domain";
import { type DistributionPlanArgs, planDistribution } from "./distribution-plan";

const args: DistributionPlanArgs = {
  origin: { kind: "custom", domainName: "infra-dev-web-1.us-east-1.elb.amazonaws.com", protocol: "http-only" },
  webAclArn: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/edge/0d7a",
  logging: { kind: "legacy", bucket: { writerKind: "cloudfront", region: "us-east-1", domainName: "", ready: [] } },
};
const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/0d7a";
const planWith = (change: Partial<DistributionPlanArgs>) => planDistribution("edge", { ...args, ...change });

describe("planDistribution", () => {
  it("caches nothing, shows the origin the whole request, adds security headers and logs into a folder", () => {
    expect(planDistribution("edge", args)).toEqual({
      originRequest: {
        cachePolicy: "CachingDisabled",
        originRequestPolicy: "AllViewer",
        hasCustomDomain: false,
        recordNames: [],
      },
      bypassProtection: "none",
      policies: {
        cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
        originRequestPolicyId: "216adef6-5c7f-47e4-b989-5492eafa07d3",
        responseHeadersPolicyId: "67f7725c-6f97-4210-82d7-5512b31e9d03",
      },
      geoRestriction: { restrictionType: "none" },
      aliases: [],
      logPrefix: "cloudfront/",
      additionalMetrics: true,
    });
  });

  it("finds managed policies by the names that AWS gives them", () => {
    const { policies } = planWith({
      cachePolicy: "CachingOptimized",
      originRequestPolicy: "AllViewerExceptHostHeader",
      responseHeadersPolicy: "SimpleCORS",
    });
    expect(policies).toEqual({
      cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
      originRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
      responseHeadersPolicyId: "60669652-455b-4ae9-85a4-c4c02393f86c",
    });
  });

  it("takes domain names with a certificate of us-east-1", () => {
    const names = ["www.example.com", "*.example.com"];
    const plan = planWith({ customDomain: { names, certificateArn } });
    expect([plan.aliases, plan.originRequest.recordNames, plan.originRequest.hasCustomDomain]).toEqual([names, [], true]);
  });

  it("gives each of them DNS records when it knows the hosted zone", () => {
    const names = ["www.example.com", "example.com"];
    expect(planWith({ customDomain: { names, certificateArn, hostedZoneId: "Z1" } }).originRequest.recordNames).toEqual(names);
  });

  it("tells the origin's rules by which policies it is asked", () => {
    const { originRequest } = planWith({ cachePolicy: "UseOriginCacheControlHeaders", originRequestPolicy: "CORS-CustomOrigin" });
    expect(originRequest).toMatchObject({ cachePolicy: "UseOriginCacheControlHeaders", originRequestPolicy: "CORS-CustomOrigin" });
  });

  it("refuses capitals in domain names, which CloudFront does not take", () => {
    expect(() => planWith({ customDomain: { names: ["WWW.example.com"], certificateArn } })).toThrow(
      new Error(
        'Distribution "edge": 1 invalid argument\n' +
          '  - `customDomain.names` must hold domain names in lower case, each once, got "WWW.example.com": ' +
          "use for example www.example.com or *.example.com",
      ),
    );
  });

  it("shuts countries out, or all others", () => {
    expect(planWith({ countries: { allow: ["FR", "DE"] } }).geoRestriction).toEqual({
      restrictionType: "whitelist",
      locations: ["DE", "FR"],
    });
    expect(planWith({ countries: { block: ["KP"] } }).geoRestriction).toEqual({
      restrictionType: "blacklist",
      locations: ["KP"],
    });
  });

  it("pays for additional metrics in production, or when asked to", () => {
    expect(planWith({ profile: "production" }).additionalMetrics).toBe(true);
    expect(planWith({ profile: "ephemeral" }).additionalMetrics).toBe(false);
    expect(planWith({ profile: "ephemeral", additionalMetrics: true }).additionalMetrics).toBe(true);
    expect(planWith({ additionalMetrics: false }).additionalMetrics).toBe(false);
  });

  it("has no prefix for legacy log files without legacy logging", () => {
    const logging = { kind: "v2", destination: { kind: "firehose", arn: output("arn:f") } } as const;
    expect("logPrefix" in planWith({ logging })).toBe(false);
  });

  it("names everything that is wrong at once", () => {
    expect(() =>
      planWith({
        customDomain: {
          names: ["https://example.com", "www.example.com", "www.example.com"],
          certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/0d7a",
        },
        webAclArn: "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/edge/0d7a",
        origin: { ...args.origin, port: 22 },
        countries: { block: [] },
        logging: {
          kind: "legacy",
          bucket: { writerKind: "cloudfront", region: "me-south-1", domainName: "", ready: [] },
          prefix: "/logs",
        },
      }),
    ).toThrow(
      new Error(
        'Distribution "edge": 8 invalid arguments\n' +
          "  - `origin.port` must be 80, 443 or a port from 1024 to 65535, which CloudFront connects to, got 22: " +
          "let the origin listen on one of these\n" +
          '  - `customDomain.names` must hold domain names in lower case, each once, got "https://example.com": ' +
          "use for example www.example.com or *.example.com\n" +
          '  - `customDomain.names` must hold domain names in lower case, each once, got "www.example.com": ' +
          "use for example www.example.com or *.example.com\n" +
          "  - `customDomain.certificateArn` must be the ARN of an ACM certificate in us-east-1, " +
          "the only Region CloudFront takes certificates from, " +
          'got "arn:aws:acm:eu-west-1:123456789012:certificate/0d7a": ' +
          "request the certificate in us-east-1 and pass its ARN\n" +
          "  - `webAclArn` must be the ARN of a WAFv2 web ACL with scope CLOUDFRONT, which are in us-east-1, " +
          'got "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/edge/0d7a": ' +
          "pass the arn of a WebAcl; a REGIONAL web ACL or an id of WAF Classic does not work here\n" +
          '  - `countries.block` must hold 1 to 249 countries, got "0 countries": ' +
          "leave countries out to let every country in, or turn the list round\n" +
          "  - `logging.bucket.region` must be a Region that CloudFront delivers standard logs (legacy) to, " +
          'which opt-in Regions are not, got "me-south-1": ' +
          'use a log bucket in a Region that is on by default, for example us-east-1, or logging of kind "v2"\n' +
          '  - `logging.prefix` must not start with a slash, got "/logs": use for example cloudfront/',
      ),
    );
  });

  it("refuses domain names without a certificate, also from JavaScript", () => {
    const customDomain = { names: ["www.example.com"] } as unknown as CustomDomain;
    expect(() => planWith({ customDomain })).toThrow(
      new Error(
        'Distribution "edge": 1 invalid argument\n' +
          "  - `customDomain.certificateArn` must be given with domain names of your own, or AWS refuses them, " +
          "got nothing: request a certificate for them in us-east-1 and pass its ARN",
      ),
    );
  });

  it("refuses a certificate that is for no domain name", () => {
    expect(() => planWith({ customDomain: { names: [], certificateArn } })).toThrow(
      new Error(
        'Distribution "edge": 1 invalid argument\n' +
          "  - `customDomain.names` must hold at least one domain name, got []: " +
          "name what the certificate is for, or leave out customDomain to use <id>.cloudfront.net",
      ),
    );
  });

  it("waits with what it cannot know yet", () => {
    const origin = { kind: "custom", domainName: output("x.elb.amazonaws.com"), protocol: "https-only" } as const;
    expect(() => planWith({ origin, webAclArn: output("no ARN") })).not.toThrow();
  });
});
