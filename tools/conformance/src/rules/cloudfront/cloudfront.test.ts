import { itJudges, managed, type RuleCases } from "../../rule-cases.fixture";
import { cloudfrontRules } from "./index";

const cases: RuleCases = {
  "cloudfront/default-root-object": {
    good: [
      ["aws:cloudfront/distribution:Distribution", { defaultRootObject: "index.html", origins: [{ domainName: "b.s3.amazonaws.com" }] }],
    ],
    bad: [["aws:cloudfront/distribution:Distribution", { origins: [{ domainName: "b.s3.amazonaws.com" }] }]],
  },
  "cloudfront/viewers-use-https": {
    good: [
      ["aws:cloudfront/distribution:Distribution", { defaultCacheBehavior: { viewerProtocolPolicy: "redirect-to-https" } }],
    ],
    bad: [["aws:cloudfront/distribution:Distribution", { defaultCacheBehavior: { viewerProtocolPolicy: "allow-all" } }]],
  },
  "cloudfront/origin-failover": {
    good: [["aws:cloudfront/distribution:Distribution", { originGroups: [{ originId: "g" }] }]],
    bad: [["aws:cloudfront/distribution:Distribution", {}]],
  },
  "cloudfront/legacy-access-logs": {
    good: [["aws:cloudfront/distribution:Distribution", { loggingConfig: { bucket: "b.s3.amazonaws.com" } }]],
    bad: [["aws:cloudfront/distribution:Distribution", {}]],
  },
  "cloudfront/web-acl-on-distribution": {
    good: [["aws:cloudfront/distribution:Distribution", { webAclId: "arn:acl" }]],
    bad: [["aws:cloudfront/distribution:Distribution", {}]],
  },
  "cloudfront/own-certificate": {
    good: [
      ["aws:cloudfront/distribution:Distribution", { aliases: ["a.example"], viewerCertificate: { acmCertificateArn: "arn:c" } }],
    ],
    bad: [["aws:cloudfront/distribution:Distribution", { viewerCertificate: { cloudfrontDefaultCertificate: true } }]],
  },
  "cloudfront/server-name-indication": {
    good: [
      ["aws:cloudfront/distribution:Distribution", { viewerCertificate: { acmCertificateArn: "arn:c", sslSupportMethod: "sni-only" } }],
    ],
    bad: [
      ["aws:cloudfront/distribution:Distribution", { viewerCertificate: { acmCertificateArn: "arn:c", sslSupportMethod: "vip" } }],
    ],
  },
  "cloudfront/viewer-tls-policy": {
    good: [
      ["aws:cloudfront/distribution:Distribution", { viewerCertificate: { acmCertificateArn: "arn:c", minimumProtocolVersion: "TLSv1.2_2021" } }],
    ],
    bad: [
      ["aws:cloudfront/distribution:Distribution", { viewerCertificate: { acmCertificateArn: "arn:c", minimumProtocolVersion: "TLSv1" } }],
    ],
  },
  "cloudfront/pulumi-viewer-tls-policy": {
    good: [["aws:cloudfront/distribution:Distribution", { viewerCertificate: { minimumProtocolVersion: "TLSv1.2_2021" } }]],
    bad: [["aws:cloudfront/distribution:Distribution", { viewerCertificate: { minimumProtocolVersion: "TLSv1" } }]],
  },
  "cloudfront/encrypted-origins": {
    good: [
      ["aws:cloudfront/distribution:Distribution", { origins: [{ customOriginConfig: { originProtocolPolicy: "https-only" } }] }],
    ],
    bad: [
      ["aws:cloudfront/distribution:Distribution", { origins: [{ customOriginConfig: { originProtocolPolicy: "http-only" } }] }],
    ],
  },
  "cloudfront/origin-tls-versions": {
    good: [
      ["aws:cloudfront/distribution:Distribution", { origins: [{ customOriginConfig: { originSslProtocols: ["TLSv1.2"] } }] }],
    ],
    bad: [
      ["aws:cloudfront/distribution:Distribution", { origins: [{ customOriginConfig: { originSslProtocols: ["TLSv1", "TLSv1.2"] } }] }],
    ],
  },
  "cloudfront/bucket-origins-exist": {
    good: [
      ["aws:s3/bucket:Bucket", { bucket: "b" }],
      ["aws:cloudfront/distribution:Distribution", { origins: [{ domainName: "b.s3.amazonaws.com" }] }],
    ],
    bad: [["aws:cloudfront/distribution:Distribution", { origins: [{ domainName: "b.s3.amazonaws.com" }] }]],
  },
  "cloudfront/bucket-origin-access-control": {
    good: [
      ["aws:cloudfront/distribution:Distribution", { origins: [{ domainName: "b.s3.amazonaws.com", originAccessControlId: "o" }] }],
    ],
    bad: [["aws:cloudfront/distribution:Distribution", { origins: [{ domainName: "b.s3.amazonaws.com" }] }]],
  },
  "cloudfront/function-origin-access-control": {
    good: [
      ["aws:cloudfront/distribution:Distribution", { origins: [{ domainName: "x.lambda-url.us-east-1.on.aws", originAccessControlId: "o" }] }],
    ],
    bad: [["aws:cloudfront/distribution:Distribution", { origins: [{ domainName: "x.lambda-url.us-east-1.on.aws" }] }]],
  },
  "cloudfront/trusted-key-groups": {
    good: [["aws:cloudfront/distribution:Distribution", { defaultCacheBehavior: {} }]],
    bad: [["aws:cloudfront/distribution:Distribution", { defaultCacheBehavior: { trustedSigners: ["self"] } }]],
  },
  "cloudfront/geo-restriction": {
    good: [
      ["aws:cloudfront/distribution:Distribution", { restrictions: { geoRestriction: { restrictionType: "whitelist" } } }],
    ],
    bad: [["aws:cloudfront/distribution:Distribution", { restrictions: { geoRestriction: { restrictionType: "none" } } }]],
  },
  "cloudfront/response-headers-policy": {
    good: [["aws:cloudfront/distribution:Distribution", { defaultCacheBehavior: { responseHeadersPolicyId: "p" } }]],
    bad: [["aws:cloudfront/distribution:Distribution", { defaultCacheBehavior: {} }]],
  },
  "cloudfront/strict-transport-security": {
    good: [
      ["aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", { securityHeadersConfig: { strictTransportSecurity: { accessControlMaxAgeSec: 31536000, includeSubdomains: true, preload: true, override: true } } }],
    ],
    bad: [["aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", {}]],
  },
  "cloudfront/log4j-on-distribution": {
    good: [
      ["aws:wafv2/webAcl:WebAcl", { arn: "arn:acl", rules: managed("AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesAnonymousIpList") }],
      ["aws:cloudfront/distribution:Distribution", { webAclId: "arn:acl" }],
    ],
    bad: [
      ["aws:wafv2/webAcl:WebAcl", { arn: "arn:acl", rules: managed("AWSManagedRulesKnownBadInputsRuleSet") }],
      ["aws:cloudfront/distribution:Distribution", { webAclId: "arn:acl" }],
    ],
  },
  "cloudfront/distribution-enabled": {
    good: [["aws:cloudfront/distribution:Distribution", { enabled: true }]],
    bad: [["aws:cloudfront/distribution:Distribution", { enabled: false }]],
  },
  "cloudfront/post-quantum-viewers": {
    good: [["aws:cloudfront/distribution:Distribution", { viewerCertificate: { minimumProtocolVersion: "TLSv1.2_2025" } }]],
    bad: [["aws:cloudfront/distribution:Distribution", { viewerCertificate: { minimumProtocolVersion: "TLSv1.2_2021" } }]],
  },
  "cloudfront/field-level-encryption": {
    good: [["aws:cloudfront/distribution:Distribution", { defaultCacheBehavior: { fieldLevelEncryptionId: "f" } }]],
    bad: [["aws:cloudfront/distribution:Distribution", { defaultCacheBehavior: {} }]],
  },
};

describe("rules of cloudfront", () => {
  itJudges(cloudfrontRules, cases);
});
