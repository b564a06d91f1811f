import type { PropertyMap } from "@org/offline-engine";
import { refusalOf, SimulatedAccount } from "../../simulated-account.fixture";

const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
const CACHE_POLICY = "aws:cloudfront/cachePolicy:CachePolicy";
const REQUEST_POLICY = "aws:cloudfront/originRequestPolicy:OriginRequestPolicy";
const HEADERS_POLICY = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";
const OAC = "aws:cloudfront/originAccessControl:OriginAccessControl";
const FUNCTION = "aws:cloudfront/function:Function";
const VPC_ORIGIN = "aws:cloudfront/vpcOrigin:VpcOrigin";
const MONITORING = "aws:cloudfront/monitoringSubscription:MonitoringSubscription";

const none = {
  headersConfig: { headerBehavior: "none" },
  cookiesConfig: { cookieBehavior: "none" },
  queryStringsConfig: { queryStringBehavior: "none" },
};
const distribution = (behavior: PropertyMap = {}, origin: PropertyMap = {}): PropertyMap => ({
  enabled: true,
  origins: [{ originId: "site", domainName: "site.s3.us-east-1.amazonaws.com", ...origin }],
  defaultCacheBehavior: {
    targetOriginId: "site",
    viewerProtocolPolicy: "https-only",
    allowedMethods: ["HEAD", "GET"],
    cachedMethods: ["HEAD", "GET"],
    cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
    ...behavior,
  },
  restrictions: { geoRestriction: { restrictionType: "none" } },
  viewerCertificate: { cloudfrontDefaultCertificate: true },
});

describe("what a distribution uses", () => {
  it.each<[string, string, PropertyMap, string, string, string]>([
    ["cache policy", CACHE_POLICY, { parametersInCacheKeyAndForwardedToOrigin: none }, "cachePolicyId", "cache-policy", "CachePolicy"],
    ["origin request policy", REQUEST_POLICY, none, "originRequestPolicyId", "origin-request-policy", "OriginRequestPolicy"],
    ["response headers policy", HEADERS_POLICY, {}, "responseHeadersPolicyId", "response-headers-policy", "ResponseHeadersPolicy"],
  ])("a %s has a UUID and a name of its own, and stays while it is used", (_what, type, inputs, property, kind, code) => {
    const account = new SimulatedAccount();
    const made = account.create(type, "p", { name: "p", ...inputs });
    expect(made.id).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    expect(made.outputs["arn"]).toBe(`arn:aws:cloudfront::123456789012:${kind}/${made.id}`);
    expect(refusalOf(() => account.create(type, "q", { name: "p", ...inputs })).code).toBe(`${code}AlreadyExists`);
    const user = account.create(DISTRIBUTION, "cdn", distribution({ [property]: made.id }));
    expect(refusalOf(() => account.delete(made)).code).toBe(`${code}InUse`);
    account.delete(user);
    account.delete(made);
    expect(account.read(made)).toBeUndefined();
  });

  it("an origin access control has an id of CloudFront's, must exist, and stays while it is used", () => {
    const account = new SimulatedAccount();
    const inputs = { name: "site", originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4" };
    const made = account.create(OAC, "site", inputs);
    expect(made.id).toMatch(/^E[A-Z0-9]{13}$/);
    expect(refusalOf(() => account.create(OAC, "again", inputs)).code).toBe("OriginAccessControlAlreadyExists");
    expect(refusalOf(() => account.create(OAC, "b", { ...inputs, name: "b", originAccessControlOriginType: "alb" })).rule).toBe("cloudfront/origin-access-control-origin-type");
    expect(refusalOf(() => account.create(OAC, "b", { ...inputs, name: "b", signingBehavior: "sometimes" })).rule).toBe("cloudfront/origin-access-control-signing");
    expect(refusalOf(() => account.create(DISTRIBUTION, "cdn", distribution({}, { originAccessControlId: "E0000000000000" })))).toMatchObject({
      code: "InvalidOriginAccessControl",
      message: "The origin access control is not valid.",
    });
    account.create(DISTRIBUTION, "cdn", distribution({}, { originAccessControlId: made.id }));
    expect(refusalOf(() => account.delete(made)).code).toBe("OriginAccessControlInUse");
  });

  it("a function is named in the whole account, small, of a known runtime, and stays while it is used", () => {
    const account = new SimulatedAccount();
    const inputs = { name: "rewrite", runtime: "cloudfront-js-2.0", code: "function handler(event) { return event.request; }" };
    const made = account.create(FUNCTION, "f", inputs);
    expect(made.outputs).toMatchObject({ arn: "arn:aws:cloudfront::123456789012:function/rewrite", publish: true, status: "UNASSOCIATED" });
    expect(refusalOf(() => account.create(FUNCTION, "g", inputs)).code).toBe("FunctionAlreadyExists");
    expect(refusalOf(() => account.create(FUNCTION, "g", { ...inputs, name: "g", runtime: "nodejs22.x" })).rule).toBe("cloudfront/function-runtime");
    expect(refusalOf(() => account.create(FUNCTION, "g", { ...inputs, name: "g", code: "x".repeat(10_241) }))).toMatchObject({
      rule: "cloudfront/function-size",
      code: "FunctionSizeLimitExceeded",
    });
    const using = (functionArn: string): PropertyMap => distribution({ functionAssociations: [{ eventType: "viewer-request", functionArn }] });
    expect(refusalOf(() => account.create(DISTRIBUTION, "cdn", using("arn:aws:cloudfront::123456789012:function/gone"))).code).toBe("InvalidFunctionAssociation");
    account.create(DISTRIBUTION, "cdn", using(String(made.outputs["arn"])));
    expect(refusalOf(() => account.delete(made)).code).toBe("FunctionInUse");
  });

  it("a cache policy keeps its times in order, and has no key without caching", () => {
    const account = new SimulatedAccount();
    expect(refusalOf(() => account.create(CACHE_POLICY, "p", { minTtl: 10, defaultTtl: 5, parametersInCacheKeyAndForwardedToOrigin: none })).rule).toBe("cloudfront/cache-policy-ttl-order");
    const keyed = { ...none, headersConfig: { headerBehavior: "whitelist", headers: { items: ["Authorization"] } } };
    const uncached = { minTtl: 0, defaultTtl: 0, maxTtl: 0 };
    expect(refusalOf(() => account.create(CACHE_POLICY, "p", { ...uncached, parametersInCacheKeyAndForwardedToOrigin: keyed }))).toMatchObject({
      rule: "cloudfront/cache-policy-without-caching-has-no-key",
      code: "InvalidArgument",
      message: "The parameter HeaderBehavior is invalid for policy with caching disabled.",
    });
    expect(account.create(CACHE_POLICY, "p", { ...uncached, parametersInCacheKeyAndForwardedToOrigin: none }).outputs["maxTtl"]).toBe(0);
    expect(account.create(CACHE_POLICY, "q", { parametersInCacheKeyAndForwardedToOrigin: keyed }).outputs["defaultTtl"]).toBe(86400);
  });

  it("a VPC origin is a load balancer or instance that exists", () => {
    const account = new SimulatedAccount();
    const endpoint = (arn: string): PropertyMap => ({
      vpcOriginEndpointConfig: { name: "alb", arn, httpPort: 80, httpsPort: 443, originProtocolPolicy: "http-only", originSslProtocols: { items: ["TLSv1.2"], quantity: 1 } },
    });
    expect(refusalOf(() => account.create(VPC_ORIGIN, "o", endpoint("arn:aws:s3:::site")))).toMatchObject({ rule: "cloudfront/vpc-origin-endpoint", code: "InvalidArgument" });
    const gone = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/50dc6c495c0c9188";
    expect(refusalOf(() => account.create(VPC_ORIGIN, "o", endpoint(gone)))).toMatchObject({ rule: "cloudfront/vpc-origin-endpoint-exists", code: "EntityNotFound" });
    const shared = "arn:aws:elasticloadbalancing:us-east-1:210987654321:loadbalancer/app/web/50dc6c495c0c9188";
    const made = account.create(VPC_ORIGIN, "o", endpoint(shared));
    expect(made.id).toMatch(/^vo_[A-Za-z0-9]{22}$/);
    const origin = { vpcOriginConfig: { vpcOriginId: made.id }, domainName: "internal-web-1.us-east-1.elb.amazonaws.com" };
    account.create(DISTRIBUTION, "cdn", distribution({}, origin));
    expect(refusalOf(() => account.delete(made)).code).toBe("CannotDeleteEntityWhileInUse");
  });

  it("a VPC origin cannot be changed while it is used, but for its tags", () => {
    const account = new SimulatedAccount();
    const endpoint = (httpPort: number, tags: PropertyMap = {}): PropertyMap => ({
      vpcOriginEndpointConfig: {
        name: "alb",
        arn: "arn:aws:elasticloadbalancing:us-east-1:210987654321:loadbalancer/app/web/50dc6c495c0c9188",
        httpPort,
        httpsPort: 443,
        originProtocolPolicy: "http-only",
        originSslProtocols: { items: ["TLSv1.2"], quantity: 1 },
      },
      tags,
    });
    const free = account.update(account.create(VPC_ORIGIN, "o", endpoint(80)), endpoint(8080));
    account.create(DISTRIBUTION, "cdn", distribution({}, { vpcOriginConfig: { vpcOriginId: free.id }, domainName: "web.example.com" }));
    expect(refusalOf(() => account.update(free, endpoint(8081)))).toMatchObject({
      rule: "cloudfront/vpc-origin-update-while-in-use",
      code: "CannotUpdateEntityWhileInUse",
    });
    expect(account.update(free, endpoint(8080, { team: "web" })).outputs["tags"]).toEqual({ team: "web" });
  });

  it("a monitoring subscription needs its distribution", () => {
    const account = new SimulatedAccount();
    const monitoringSubscription = { realtimeMetricsSubscriptionConfig: { realtimeMetricsSubscriptionStatus: "Enabled" } };
    expect(refusalOf(() => account.create(MONITORING, "m", { distributionId: "E0000000000000", monitoringSubscription })).code).toBe("NoSuchDistribution");
    const cdn = account.create(DISTRIBUTION, "cdn", distribution());
    expect(account.create(MONITORING, "m", { distributionId: cdn.id, monitoringSubscription }).id).toBe(cdn.id);
  });
});
