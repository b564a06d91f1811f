import { output } from "@pulumi/pulumi";
import type { CustomDomain } from "./custom-domain";
import { type DistributionPlanArgs, planDistribution } from "./distribution-plan";

const args: DistributionPlanArgs = {
  origin: { kind: "custom", domainName: "infra-dev-web-1.us-east-1.elb.amazonaws.com", protocol: "http-only" },
  webAclArn: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/edge/0d7a",
  logging: { bucket: { region: "us-east-1" } },
};
const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/0d7a";
const planWith = (change: Partial<DistributionPlanArgs>) => planDistribution("edge", { ...args, ...change });

describe("planDistribution", () => {
  it("caches nothing, shows the origin the whole request, adds security headers and logs into a folder", () => {
    expect(planDistribution("edge", args)).toEqual({
      ports: { httpPort: 80, httpsPort: 443 },
      policies: {
        cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
        originRequestPolicyId: "216adef6-5c7f-47e4-b989-5492eafa07d3",
        responseHeadersPolicyId: "67f7725c-6f97-4210-82d7-5512b31e9d03",
      },
      aliases: [],
      logPrefix: "cloudfront/",
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

  it("uses the origin's port for its protocol only", () => {
    const origin = { kind: "custom", domainName: "origin.example.com", port: 8443 } as const;
    expect(planWith({ origin: { ...origin, protocol: "https-only" } }).ports).toEqual({ httpPort: 80, httpsPort: 8443 });
    expect(planWith({ origin: { ...origin, protocol: "http-only" } }).ports).toEqual({ httpPort: 8443, httpsPort: 443 });
  });

  it("takes domain names with a certificate of us-east-1", () => {
    const names = ["www.example.com", "*.example.com"];
    expect(planWith({ customDomain: { names, certificateArn } }).aliases).toEqual(names);
  });

  it("refuses https to the DNS name of a load balancer, which no certificate can hold", () => {
    const origin = { ...args.origin, protocol: "https-only" } as const;
    expect(() => planWith({ origin })).toThrow(
      new Error(
        'Distribution "edge": 1 invalid argument\n' +
          "  - `origin.domainName` must be a name that the origin's certificate can hold, " +
          "which the DNS name of a load balancer is not, " +
          'got "infra-dev-web-1.us-east-1.elb.amazonaws.com": ' +
          "pass a name of your own that points to the load balancer, or use http-only",
      ),
    );
  });

  it.each([0, 22, 1023, 65536, 8080.5])("refuses port %d, which CloudFront does not connect to", (port) => {
    expect(() => planWith({ origin: { ...args.origin, port } })).toThrow(
      new Error(
        'Distribution "edge": 1 invalid argument\n' +
          `  - \`origin.port\` must be 80, 443 or a port from 1024 to 65535, which CloudFront connects to, got ${port}: ` +
          "let the origin listen on one of these",
      ),
    );
  });

  it("names everything that is wrong at once", () => {
    expect(() =>
      planWith({
        customDomain: {
          names: ["https://example.com", "www.example.com", "www.example.com"],
          certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/0d7a",
        },
        webAclArn: "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/edge/0d7a",
        logging: { bucket: { region: "me-south-1" }, prefix: "/logs" },
      }),
    ).toThrow(
      new Error(
        'Distribution "edge": 6 invalid arguments\n' +
          '  - `customDomain.names` must hold domain names, each once, got "https://example.com": ' +
          "use for example www.example.com or *.example.com\n" +
          '  - `customDomain.names` must hold domain names, each once, got "www.example.com": ' +
          "use for example www.example.com or *.example.com\n" +
          "  - `customDomain.certificateArn` must be the ARN of an ACM certificate in us-east-1, " +
          "the only Region CloudFront takes certificates from, " +
          'got "arn:aws:acm:eu-west-1:123456789012:certificate/0d7a": ' +
          "request the certificate in us-east-1 and pass its ARN\n" +
          "  - `webAclArn` must be the ARN of a WAFv2 web ACL with scope CLOUDFRONT, which are in us-east-1, " +
          'got "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/edge/0d7a": ' +
          "pass the arn of a WebAcl; a REGIONAL web ACL or an id of WAF Classic does not work here\n" +
          "  - `logging.bucket.region` must be a Region that CloudFront delivers standard logs (legacy) to, " +
          'which opt-in Regions are not, got "me-south-1": ' +
          "use a log bucket in a Region that is on by default, for example us-east-1\n" +
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
