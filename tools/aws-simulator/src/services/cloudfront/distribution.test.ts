import type { PropertyMap } from "@org/offline-engine";
import { refusalOf, SimulatedAccount, UNKNOWN } from "../../simulated-account.fixture";

const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
const BUCKET = "aws:s3/bucket:Bucket";
const OWNERSHIP = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
const ACL = "aws:wafv2/webAcl:WebAcl";
const CERTIFICATE = "aws:acm/certificate:Certificate";

const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const NOT_VALID = "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain.";

const origin: PropertyMap = {
  originId: "alb",
  domainName: "web-1234567890.us-east-1.elb.amazonaws.com",
  customOriginConfig: { httpPort: 80, httpsPort: 443, originProtocolPolicy: "http-only", originSslProtocols: ["TLSv1.2"] },
};
const behavior: PropertyMap = {
  targetOriginId: "alb",
  viewerProtocolPolicy: "redirect-to-https",
  allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
  cachedMethods: ["GET", "HEAD"],
  cachePolicyId: CACHING_DISABLED,
};
const config = (change: PropertyMap = {}): PropertyMap => ({
  enabled: true,
  origins: [origin],
  defaultCacheBehavior: behavior,
  restrictions: { geoRestriction: { restrictionType: "none" } },
  viewerCertificate: { cloudfrontDefaultCertificate: true },
  ...change,
});
const webAcl = (scope: string): PropertyMap => ({
  name: "edge",
  scope,
  defaultAction: { allow: {} },
  visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "edge", sampledRequestsEnabled: true },
});

describe("a distribution", () => {
  it("gets an id, a domain name of CloudFront, its hosted zone and a version", () => {
    const made = new SimulatedAccount().create(DISTRIBUTION, "cdn", config());
    expect(made.id).toMatch(/^E[A-Z0-9]{13}$/);
    expect(made.outputs).toMatchObject({
      arn: `arn:aws:cloudfront::123456789012:distribution/${made.id}`,
      continuousDeploymentPolicyId: "",
      hostedZoneId: "Z2FDTNDATAQYW2",
      httpVersion: "http2",
      loggingV1Enabled: false,
      priceClass: "PriceClass_All",
      status: "Deployed",
    });
    expect(made.outputs["domainName"]).toMatch(/^d[a-z0-9]{13}\.cloudfront\.net$/);
    expect(made.outputs["region"]).toBeUndefined();
  });

  it("keeps its domain name and gets another version when it changes", () => {
    const account = new SimulatedAccount();
    const made = account.create(DISTRIBUTION, "cdn", config());
    expect(account.update(made, config({ comment: "shop" }), true).outputs).toMatchObject({ comment: "shop", etag: UNKNOWN, domainName: made.outputs["domainName"] });
    const changed = account.update(made, config({ comment: "shop" }));
    expect(changed.outputs["domainName"]).toBe(made.outputs["domainName"]);
    expect(changed.outputs["etag"]).not.toBe(made.outputs["etag"]);
  });

  it.each<[string, PropertyMap, string, string, string]>([
    ["an origin that it does not have", { defaultCacheBehavior: { ...behavior, targetOriginId: "api" } }, "cloudfront/behavior-target-origin-exists", "NoSuchOrigin", "One or more of your origins or origin groups do not exist."],
    [
      "forwarded values beside a cache policy",
      { defaultCacheBehavior: { ...behavior, forwardedValues: { queryString: true, cookies: { forward: "none" } } } },
      "cloudfront/behavior-forwarded-values-or-cache-policy",
      "InvalidArgument",
      "The parameter ForwardedValues cannot be used when a cache policy is associated to the cache behavior.",
    ],
    ["neither forwarded values nor a cache policy", { defaultCacheBehavior: { ...behavior, cachePolicyId: null } }, "cloudfront/behavior-forwarded-values-or-cache-policy", "InvalidArgument", "The parameter ForwardedValues is required."],
    ["methods that make no set", { defaultCacheBehavior: { ...behavior, allowedMethods: ["GET", "HEAD", "POST"] } }, "cloudfront/behavior-methods", "InvalidArgument", "The parameter AllowedMethods contains a method set that is not supported."],
    [
      "an unknown viewer protocol",
      { defaultCacheBehavior: { ...behavior, viewerProtocolPolicy: "https" } },
      "cloudfront/behavior-viewer-protocol-policy",
      "MalformedXML",
      "1 validation error detected: Value 'https' at 'viewerProtocolPolicy' failed to satisfy constraint: Member must satisfy enum value set: [allow-all, https-only, redirect-to-https]",
    ],
    ["a cache policy by its name", { defaultCacheBehavior: { ...behavior, cachePolicyId: "CachingDisabled" } }, "cloudfront/behavior-policy-ids", "NoSuchCachePolicy", "The cache policy does not exist."],
    ["an IP address as origin", { origins: [{ ...origin, domainName: "203.0.113.7" }] }, "cloudfront/origin-domain-name", "InvalidArgument", "The parameter origin name cannot be an IP address."],
    ["a URL as origin", { origins: [{ ...origin, domainName: "https://example.com" }] }, "cloudfront/origin-domain-name", "InvalidArgument", "The parameter origin name cannot contain a colon."],
    ["a load balancer without customOriginConfig", { origins: [{ ...origin, customOriginConfig: null }] }, "cloudfront/origin-is-bucket-unless-custom", "InvalidArgument", "The parameter Origin DomainName does not refer to a valid S3 bucket."],
    [
      "a website endpoint as bucket",
      { origins: [{ originId: "alb", domainName: "site.s3-website-us-east-1.amazonaws.com" }] },
      "cloudfront/origin-is-bucket-unless-custom",
      "InvalidArgument",
      "The parameter Origin DomainName does not refer to a valid S3 bucket.",
    ],
    ["an origin on port 81", { origins: [{ ...origin, customOriginConfig: { httpPort: 81, httpsPort: 443, originProtocolPolicy: "http-only", originSslProtocols: ["TLSv1.2"] } }] }, "cloudfront/origin-ports", "InvalidArgument", "The parameter HTTPPort must be 80, 443, or a number between 1024 and 65535."],
    ["two origins of one id", { origins: [origin, { ...origin, domainName: "b.example.com" }] }, "cloudfront/origin-ids-distinct", "InvalidArgument", "The parameter Origin Id alb is used more than once."],
    ["a whitelist of no countries", { restrictions: { geoRestriction: { restrictionType: "whitelist" } } }, "cloudfront/geo-restriction", "InvalidGeoRestrictionParameter", "The specified geo restriction parameter is not valid."],
    [
      "an alias without a certificate",
      { aliases: ["shop.example.com"] },
      "cloudfront/aliases-need-certificate",
      "InvalidViewerCertificate",
      "To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted certificate that validates your authorization to use the domain name.",
    ],
    [
      "a certificate of eu-west-1",
      { viewerCertificate: { acmCertificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab", sslSupportMethod: "sni-only" } },
      "cloudfront/certificate-in-us-east-1",
      "InvalidViewerCertificate",
      NOT_VALID,
    ],
    ["a log bucket by its name", { loggingConfig: { bucket: "logs" } }, "cloudfront/logging-bucket-is-domain-name", "InvalidArgument", "The parameter Logging Bucket does not refer to a valid S3 bucket."],
    ["an unknown price class", { priceClass: "Cheap" }, "cloudfront/distribution-price-class", "InvalidArgument", "1 validation error detected: Value 'Cheap' at 'priceClass' failed to satisfy constraint: Member must satisfy enum value set: [None, PriceClass_100, PriceClass_200, PriceClass_All]"],
    ["an unknown HTTP version", { httpVersion: "2" }, "cloudfront/distribution-http-version", "InvalidArgument", "1 validation error detected: Value '2' at 'httpVersion' failed to satisfy constraint: Member must satisfy enum value set: [http1.1, http2, http2and3, http3]"],
    [
      "a web ACL of the regional scope",
      { webAclId: "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/edge/1234abcd-12ab-34cd-56ef-1234567890ab" },
      "cloudfront/web-acl-of-cloudfront-scope",
      "InvalidWebACLId",
      "Web ACL is not accessible by the requester.",
    ],
  ])("is refused with %s, in a preview as well", (_case, change, rule, code, message) => {
    expect(refusalOf(() => new SimulatedAccount().preview(DISTRIBUTION, "cdn", config(change)))).toMatchObject({ rule, code, message });
  });

  it.each<[string, PropertyMap]>([
    ["forwarded values and no cache policy", { defaultCacheBehavior: { ...behavior, cachePolicyId: "", forwardedValues: { queryString: true, cookies: { forward: "none" } } } }],
    ["a bucket as origin", { origins: [{ originId: "alb", domainName: "site.s3.eu-west-1.amazonaws.com" }] }],
    ["a bucket by its global name", { origins: [{ originId: "alb", domainName: "site.of.mine.s3.amazonaws.com", s3OriginConfig: { originAccessIdentity: "" } }] }],
    ["an origin that is not known yet", { origins: [{ ...origin, domainName: UNKNOWN }], aliases: [] }],
    ["an origin group as target", { originGroups: [{ originId: "both", failoverCriteria: { statusCodes: [502] }, members: [{ originId: "alb" }, { originId: "alb" }] }], defaultCacheBehavior: { ...behavior, targetOriginId: "both" } }],
    ["a whitelist", { restrictions: { geoRestriction: { restrictionType: "whitelist", locations: ["CH"] } } }],
    ["a classic web ACL", { webAclId: "1234abcd-12ab-34cd-56ef-1234567890ab" }],
    ["logs that only version 2 delivers", { loggingConfig: { includeCookies: true } }],
  ])("takes %s", (_case, change) => {
    expect(new SimulatedAccount().preview(DISTRIBUTION, "cdn", config(change))).toMatchObject({ enabled: true });
  });

  it("names the origin it did not find", () => {
    const ordered = [{ ...behavior, pathPattern: "/api/*", targetOriginId: "api" }];
    expect(refusalOf(() => new SimulatedAccount().create(DISTRIBUTION, "cdn", config({ orderedCacheBehaviors: ordered }))).remedy).toBe(
      '`orderedCacheBehaviors[0].targetOriginId` names the origin "api"; there are "alb".',
    );
  });
});

describe("a distribution's web ACL", () => {
  it("is taken when it is of CloudFront's scope, and refused when it is not there", () => {
    const account = new SimulatedAccount();
    const acl = account.create(ACL, "edge", webAcl("CLOUDFRONT"));
    const made = account.create(DISTRIBUTION, "cdn", config({ webAclId: String(acl.outputs["arn"]) }));
    expect(refusalOf(() => account.delete(acl)).code).toBe("WAFAssociatedItemException");
    account.delete(made);
    account.delete(acl);
    expect(refusalOf(() => account.create(DISTRIBUTION, "cdn", config({ webAclId: String(acl.outputs["arn"]) })))).toMatchObject({
      rule: "cloudfront/web-acl-exists",
      code: "InvalidWebACLId",
    });
  });
});

describe("a distribution's certificate", () => {
  it("covers the aliases, itself or by a wildcard of one level", () => {
    const account = new SimulatedAccount();
    const certificate = account.create(CERTIFICATE, "c", { domainName: "example.com", subjectAlternativeNames: ["*.example.com"], validationMethod: "DNS" });
    const viewerCertificate = { acmCertificateArn: String(certificate.outputs["arn"]), sslSupportMethod: "sni-only" };
    const made = account.create(DISTRIBUTION, "cdn", config({ viewerCertificate, aliases: ["example.com", "shop.example.com"] }));
    expect(refusalOf(() => account.delete(certificate)).code).toBe("ResourceInUseException");
    expect(refusalOf(() => account.update(made, config({ viewerCertificate, aliases: ["a.shop.example.com"] })))).toEqual({
      rule: "cloudfront/certificate-covers-aliases",
      code: "InvalidViewerCertificate",
      message: "The certificate that is attached to your distribution doesn't cover the alternate domain name (CNAME) that you're trying to add.",
      remedy: 'Add "a.shop.example.com" to the certificate\'s subjectAlternativeNames.',
    });
  });

  it("may be one that the simulator does not know", () => {
    const acmCertificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab";
    const inputs = config({ viewerCertificate: { acmCertificateArn, sslSupportMethod: "sni-only" }, aliases: ["shop.example.com"] });
    expect(new SimulatedAccount().create(DISTRIBUTION, "cdn", inputs).outputs["status"]).toBe("Deployed");
  });
});

describe("a distribution's log bucket", () => {
  const logging = config({ loggingConfig: { bucket: "logs.s3.amazonaws.com", prefix: "cdn/" } });

  it("needs ACLs on, which they are not in a new bucket", () => {
    const account = new SimulatedAccount();
    account.create(BUCKET, "logs", { bucket: "logs" });
    expect(account.preview(DISTRIBUTION, "cdn", logging)).toMatchObject({ enabled: true });
    expect(refusalOf(() => account.create(DISTRIBUTION, "cdn", logging))).toEqual({
      rule: "cloudfront/logging-bucket-needs-acls-on",
      code: "InvalidArgument",
      message: "The S3 bucket that you specified for CloudFront logs does not enable ACL access: logs.s3.amazonaws.com",
      remedy: "Create BucketOwnershipControls with BucketOwnerPreferred for the log bucket, and let the distribution depend on them.",
    });
    account.create(OWNERSHIP, "logs", { bucket: "logs", rule: { objectOwnership: "BucketOwnerPreferred" } });
    expect(account.create(DISTRIBUTION, "cdn", logging).outputs["loggingV1Enabled"]).toBe(true);
  });

  it("may live in another region, but not in one that CloudFront does not deliver to", () => {
    const account = new SimulatedAccount();
    account.create(BUCKET, "logs", { bucket: "logs", region: "eu-west-1" });
    account.create(OWNERSHIP, "logs", { bucket: "logs", region: "eu-west-1", rule: { objectOwnership: "ObjectWriter" } });
    expect(account.create(DISTRIBUTION, "cdn", logging).outputs["loggingV1Enabled"]).toBe(true);
    account.create(BUCKET, "far", { bucket: "far", region: "af-south-1" });
    expect(refusalOf(() => account.create(DISTRIBUTION, "cdn", config({ loggingConfig: { bucket: "far.s3.amazonaws.com" } })))).toMatchObject({
      rule: "cloudfront/logging-bucket-region",
      code: "AccessDenied",
      message: "You don't have permission to access the S3 bucket for CloudFront logs: far.s3.amazonaws.com",
    });
  });

  it("of another account is left alone", () => {
    expect(new SimulatedAccount().create(DISTRIBUTION, "cdn", logging).outputs["loggingV1Enabled"]).toBe(true);
  });
});
