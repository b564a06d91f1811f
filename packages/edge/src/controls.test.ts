import { SimulatedAws } from "@org/aws-simulator";
import { deploy, type DeployRun } from "@org/offline-engine";
import { Key } from "@pulumi/aws/kms";
import { Zone } from "@pulumi/aws/route53";
import { Bucket } from "@pulumi/aws/s3";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Certificate } from "./certificate";
import { Distribution } from "./distribution";
import { logBucket, naming } from "./distribution.fixture";
import { OriginVerification } from "./origin-verification";
import { WebAcl } from "./web-acl";

const readme = readFileSync(resolve(__dirname, "../README.md"), "utf8");
const rows = readme.split("## Controls that it meets")[1].matchAll(/^\| ([^|]*:[^|]*|CKV[^|]*|AwsSolutions[^|]*) \|/gm);
const claimed = [...rows].flatMap(([, cell]) => cell.split(", ")).sort();

/** Everything with its defaults, and with what the last column of the README's table asks for. */
function hardenedEdge(): void {
  const { zoneId } = new Zone("example", { name: "example.com" });
  const certificate = new Certificate("www", { domainName: "www.example.com", hostedZoneId: zoneId, naming });
  const kmsKeyArn = new Key("key", { description: "secrets" }).arn;
  const verification = new OriginVerification("origin", { source: { kind: "generated", kmsKeyArn, version: 2 }, naming });
  const webAcl = new WebAcl("edge", {
    ruleGroups: [
      "AWSManagedRulesAmazonIpReputationList",
      "AWSManagedRulesAnonymousIpList",
      "AWSManagedRulesCommonRuleSet",
      "AWSManagedRulesKnownBadInputsRuleSet",
    ],
    allowedAddresses: ["192.0.2.44"],
    countries: { allow: ["DE"] },
    largeBodyPaths: ["/uploads/"],
    naming,
  });
  const deliveries = new Bucket("deliveries", { bucket: "infra-dev-deliveries" });
  new Distribution("edge", {
    origin: { kind: "custom", domainName: "web.us-east-1.elb.amazonaws.com", protocol: "https-only", verification },
    customDomain: { names: ["www.example.com"], certificateArn: certificate.arn, hostedZoneId: zoneId },
    countries: { allow: ["DE"] },
    webAclArn: webAcl.arn,
    logging: {
      kind: "both",
      legacy: { bucket: logBucket() },
      v2: { destination: { kind: "bucket", bucket: { arn: deliveries.arn } } },
    },
    naming,
  });
}

let run: DeployRun;

/** What stands at a path of a resource's properties: `origins.0.domainName`. */
function at(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((outer, key) => {
    return typeof outer === "object" && outer !== null ? (outer as Record<string, unknown>)[key] : undefined;
  }, value);
}

const inputOf = (type: string, path: string) => at(run.resource(type).inputs, path);
const distribution = (path: string) => inputOf("aws:cloudfront/distribution:Distribution", path);
const certificate = (path: string) => inputOf("aws:acm/certificate:Certificate", path);
const logging = (path: string) => inputOf("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", path);
const rules = () => inputOf("aws:wafv2/webAcl:WebAcl", "rules") as unknown[];
const group = (name: string) => rules().find((rule) => at(rule, "statement.managedRuleGroupStatement.name") === name);
const versions = () => run.resourcesOf("aws:secretsmanager/secretVersion:SecretVersion").map(({ inputs }) => inputs);
const webAclArn = () => run.resource("aws:wafv2/webAcl:WebAcl").outputs.arn;

const logsLegacy = () => distribution("loggingConfig.bucket") === "infra-dev-cloudfront-logs.s3.amazonaws.com";
const hasWebAcl = () => distribution("webAclId") === webAclArn();
const hasCertificate = () => String(distribution("viewerCertificate.acmCertificateArn")).startsWith("arn:aws:acm:us-east-1:");
const recommendedTls = () => hasCertificate() && distribution("viewerCertificate.minimumProtocolVersion") === "TLSv1.2_2021";
const encryptedToOrigin = () => distribution("origins.0.customOriginConfig.originProtocolPolicy") === "https-only";
const tls12ToOrigin = () => String(distribution("origins.0.customOriginConfig.originSslProtocols")) === "TLSv1.2";
const restricted = () => distribution("restrictions.geoRestriction.restrictionType") === "whitelist";
const logsRequests = () => logging("resourceArn") === webAclArn() && logging("logDestinationConfigs.length") === 1;
const isSecret = (value: unknown) => at(value, "4dabf18193072939515e22adb298388d") !== undefined;

const controls: Readonly<Record<string, () => boolean>> = {
  "FSBP:CloudFront.3": () => distribution("defaultCacheBehavior.viewerProtocolPolicy") === "redirect-to-https",
  "FSBP:CloudFront.5": logsLegacy,
  "AwsSolutions-CFR3": logsLegacy,
  "FSBP:CloudFront.6": hasWebAcl,
  "AwsSolutions-CFR2": hasWebAcl,
  "FSBP:CloudFront.7": () => hasCertificate() && distribution("aliases.length") === 1,
  "FSBP:CloudFront.8": () => distribution("viewerCertificate.sslSupportMethod") === "sni-only",
  "FSBP:CloudFront.15": recommendedTls,
  "AwsSolutions-CFR4": recommendedTls,
  CKV_AWS_174: recommendedTls,
  "pulumi-cp:aws-cloudfront-distribution-configure-secure-tls": recommendedTls,
  "FSBP:CloudFront.9": encryptedToOrigin,
  "AwsSolutions-CFR5": encryptedToOrigin,
  "FSBP:CloudFront.10": tls12ToOrigin,
  CKV2_AWS_54: tls12ToOrigin,
  "AwsSolutions-CFR1": restricted,
  CKV_AWS_374: restricted,
  CKV2_AWS_32: () => distribution("defaultCacheBehavior.responseHeadersPolicyId") === "67f7725c-6f97-4210-82d7-5512b31e9d03",
  CKV_AWS_216: () => distribution("enabled") === true,
  "FSBP:WAF.10": () => rules().length === 8,
  CKV_AWS_342: () => rules().every((rule) => at(rule, "action") !== undefined || at(rule, "overrideAction") !== undefined),
  "FSBP:WAF.12": () => rules().every((rule) => at(rule, "visibilityConfig.cloudwatchMetricsEnabled") === true),
  "SecHub:WAF.11": logsRequests,
  CKV2_AWS_31: logsRequests,
  CKV_AWS_192: () => {
    const rule = group("AWSManagedRulesKnownBadInputsRuleSet");
    const overrides = at(rule, "statement.managedRuleGroupStatement.ruleActionOverrides");
    return at(rule, "overrideAction.none") !== undefined && overrides === undefined;
  },
  CKV2_AWS_47: () =>
    ["AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesAnonymousIpList"].every((name) => group(name) !== undefined),
  "FSBP:ACM.1": () => certificate("validationMethod") === "DNS",
  "FSBP:ACM.2": () => certificate("keyAlgorithm") === "RSA_2048",
  CKV_AWS_234: () => certificate("options.certificateTransparencyLoggingPreference") === "ENABLED",
  CKV2_AWS_71: () => certificate("domainName") === "www.example.com",
  CKV_AWS_149: () => inputOf("aws:secretsmanager/secret:Secret", "kmsKeyId") === run.resource("aws:kms/key:Key").outputs.arn,
  "prowler:secretsmanager_not_publicly_accessible": () => {
    const policy = run.resource("aws:secretsmanager/secretPolicy:SecretPolicy").inputs;
    return policy.blockPublicPolicy === true && !String(policy.policy).includes('"Allow"');
  },
  "derived:secret-value-not-plaintext": () => versions().length === 2 && versions().every((inputs) => isSecret(inputs.secretString)),
};

describe("controls that the README claims", () => {
  beforeAll(async () => {
    run = await deploy({ providers: [new SimulatedAws()], program: hardenedEdge });
  });

  it("are those that are checked here", () => {
    expect(claimed).toEqual(Object.keys(controls).sort());
  });

  it.each(Object.keys(controls))("%s holds", (id) => {
    expect(controls[id]()).toBe(true);
  });
});
