import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy } from "@org/offline-engine";
import { Provider } from "@pulumi/aws";
import { Bucket } from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { WebAcl, type WebAclArgs } from "./web-acl";
import { planWebAcl } from "./web-acl-plan";
import { webAclRules } from "./web-acl-rules";

const naming = new Naming({ project: "infra", environment: "dev" });
const ACL = "aws:wafv2/webAcl:WebAcl";
const IP_SET = "aws:wafv2/ipSet:IpSet";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const LOGGING = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

function deployWebAcl(args: WebAclArgs | (() => WebAclArgs) = {}, more: Partial<Parameters<typeof deploy>[0]> = {}) {
  return deploy({
    providers: [new SimulatedAws()],
    program: () => {
      // A home Region that is not us-east-1: the web ACL must not follow it.
      const provider = new Provider("regional", { region: "eu-west-1" });
      const { arn, capacity, metricName } = new WebAcl(
        "edge",
        { naming, ...(typeof args === "function" ? args() : args) },
        { provider },
      );
      return { arn, capacity, metricName };
    },
    ...more,
  });
}

const logicalName = (urn: string) => urn.slice(urn.lastIndexOf("::") + 2);

describe("WebAcl", () => {
  it("creates a web ACL, its log group and its logging, all children of the component, with its provider", async () => {
    const run = await deployWebAcl();
    const { urn } = run.resource("org:edge:WebAcl", "edge");
    const provider = run.resource("pulumi:providers:aws", "regional");
    const children = run.resources.filter(({ type }) => type.startsWith("aws:"));
    expect(children.map(({ type }) => type).sort()).toEqual([LOG_GROUP, ACL, LOGGING].sort());
    expect(new Set(children.map(({ parent }) => parent))).toEqual(new Set([urn]));
    expect(new Set(children.map((child) => child.provider))).toEqual(new Set([`${provider.urn}::${provider.id}`]));
  });

  it("is for CloudFront and in us-east-1 with everything it has, from any home Region", async () => {
    const run = await deployWebAcl();
    const regions = run.resources.filter(({ type }) => type.startsWith("aws:")).map(({ inputs }) => inputs.region);
    expect(regions).toEqual(["us-east-1", "us-east-1", "us-east-1"]);
    expect(run.resource(ACL).inputs.scope).toBe("CLOUDFRONT");
    expect(run.outputs.arn).toMatch(/^arn:aws:wafv2:us-east-1:123456789012:global\/webacl\/infra-dev-edge\//);
    expect(run.resource(LOG_GROUP).outputs.arn).toBe(
      "arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-infra-dev-edge",
    );
  });

  it("lets requests in unless a rule blocks them, and measures under its own name", async () => {
    const { inputs } = (await deployWebAcl()).resource(ACL, "edge-web-acl");
    expect(inputs).toMatchObject({
      name: "infra-dev-edge",
      description: "Protects the distribution of infra-dev",
      defaultAction: { allow: {} },
      visibilityConfig: {
        cloudwatchMetricsEnabled: true,
        sampledRequestsEnabled: true,
        metricName: "infra-dev-edge",
      },
      tags: { Name: "infra-dev-edge", Project: "infra", Environment: "dev", ManagedBy: "pulumi" },
    });
    expect(inputs.rules).toMatchObject(webAclRules("infra-dev-edge", planWebAcl("edge", {}), {}));
    expect(inputs.rules).toHaveLength(4);
  });

  it("only counts in observe mode", async () => {
    const { rules } = (await deployWebAcl({ mode: "observe" })).resource(ACL).inputs;
    expect(rules).toMatchObject(webAclRules("infra-dev-edge", planWebAcl("edge", { mode: "observe" }), {}));
  });

  it("logs every request for a year, without what could be used to log in", async () => {
    const run = await deployWebAcl();
    expect(run.resource(LOG_GROUP, "edge-log-group").inputs).toMatchObject({
      name: "aws-waf-logs-infra-dev-edge",
      retentionInDays: 365,
      tags: { Name: "infra-dev-edge", Project: "infra", Environment: "dev", ManagedBy: "pulumi" },
    });
    expect(run.resource(LOGGING, "edge-logging").inputs).toMatchObject({
      resourceArn: run.outputs.arn,
      logDestinationConfigs: ["arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-infra-dev-edge"],
      redactedFields: [{ singleHeader: { name: "authorization" } }, { singleHeader: { name: "cookie" } }],
    });
  });

  it("keeps the log for two weeks in the ephemeral profile", async () => {
    expect((await deployWebAcl({ profile: "ephemeral" })).resource(LOG_GROUP).inputs.retentionInDays).toBe(14);
  });

  it("keeps lists of addresses in IP sets of its own, one for each IP version, in us-east-1", async () => {
    const args = { allowedAddresses: ["192.0.2.44"], blockedAddresses: ["198.51.100.0/24", "2001:db8::/32"] };
    const run = await deployWebAcl(args);
    const component = run.resource("org:edge:WebAcl", "edge").urn;
    const sets = run.resourcesOf(IP_SET);
    expect(sets.map(({ parent }) => parent)).toEqual([component, component, component]);
    expect(Object.fromEntries(sets.map(({ urn, inputs }) => [logicalName(urn), inputs]))).toMatchObject({
      "edge-allowed-ipv4": {
        name: "infra-dev-edge-allowed-ipv4",
        description: "Addresses that are always allowed",
        scope: "CLOUDFRONT",
        region: "us-east-1",
        ipAddressVersion: "IPV4",
        addresses: ["192.0.2.44/32"],
        tags: { Name: "infra-dev-edge-allowed-ipv4", Project: "infra", Environment: "dev", ManagedBy: "pulumi" },
      },
      "edge-blocked-ipv4": { ipAddressVersion: "IPV4", addresses: ["198.51.100.0/24"] },
      "edge-blocked-ipv6": { ipAddressVersion: "IPV6", addresses: ["2001:db8::/32"] },
    });
    const arns = Object.fromEntries(sets.map(({ urn, outputs }) => [logicalName(urn).slice(5), String(outputs.arn)]));
    expect(run.resource(ACL).inputs.rules).toMatchObject(webAclRules("infra-dev-edge", planWebAcl("edge", args), arns));
  });

  it("takes its web ACL off an IP set before the set goes", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployWebAcl({ blockedAddresses: ["198.51.100.0/24"] }, { providers });
    const second = await deployWebAcl({}, { providers, state: first.state });
    const steps = second.steps.filter(({ op }) => op !== "same").map(({ op, type }) => [op, type]);
    expect(steps).toEqual([
      ["update", ACL],
      ["delete", IP_SET],
    ]);
  });

  it("needs exactly the capacity that AWS counts, with every kind of rule", async () => {
    const run = await deployWebAcl({
      ruleGroups: ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesSQLiRuleSet"],
      ruleOverrides: { AWSManagedRulesCommonRuleSet: { NoUserAgent_HEADER: "count" } },
      allowedAddresses: ["192.0.2.44", "2001:db8::1"],
      blockedAddresses: ["198.51.100.0/24"],
      countries: { allow: ["DE", "FR"] },
      largeBodyPaths: ["/uploads/", "/import"],
    });
    expect(run.outputs.capacity).toBe(700 + 200 + 2 + 3 + 1 + 1 + 4);
    expect(run.resource(ACL).outputs.capacity).toBe(run.outputs.capacity);
  });

  it("logs into a bucket in place of a log group, once the bucket is ready", async () => {
    const run = await deployWebAcl(() => {
      const bucket = new Bucket("waf", { bucket: "aws-waf-logs-infra-dev" });
      return { logBucket: { writerKind: "waf", arn: bucket.arn, ready: [bucket] }, loggedRequests: "matched" };
    });
    expect(run.resourcesOf(LOG_GROUP)).toEqual([]);
    const { inputs, dependencies } = run.resource(LOGGING);
    expect(inputs.logDestinationConfigs).toEqual(["arn:aws:s3:::aws-waf-logs-infra-dev"]);
    expect(inputs.loggingFilter).toMatchObject({ defaultBehavior: "DROP" });
    expect(dependencies).toContain(run.resource("aws:s3/bucket:Bucket").urn);
    expect(run.resource("org:edge:WebAcl").outputs).toEqual({
      arn: run.resource(ACL).outputs.arn,
      metricName: "infra-dev-edge",
    });
  });

  it("refuses a bucket of another name as soon as its ARN is known", async () => {
    const logBucket = { arn: pulumi.output("arn:aws:s3:::infra-dev-waf") };
    const run = await deployWebAcl({ logBucket }, { expectFailure: true });
    expect(run.diagnostics.map(({ message }) => message).join("\n")).toContain(
      'WebAcl "edge": 1 invalid argument\n' +
        "  - `logBucket.arn` must be the ARN of a bucket whose name starts with aws-waf-logs-, the only ones WAF logs to, " +
        'got "arn:aws:s3:::infra-dev-waf": name the bucket so, for example aws-waf-logs-shop-prod',
    );
    expect(run.resourcesOf(LOGGING)).toEqual([]);
  });

  it("redacts what it is told to, and nothing when told so", async () => {
    const redacting = await deployWebAcl({ redactedHeaders: ["X-Api-Key"], redactQueryString: true });
    expect(redacting.resource(LOGGING).inputs.redactedFields).toMatchObject([
      { singleHeader: { name: "x-api-key" } },
      { queryString: {} },
    ]);
    expect(redacting.resource(ACL).inputs.dataProtectionConfig).toMatchObject({
      dataProtections: [
        { action: "SUBSTITUTION", field: { fieldType: "SINGLE_HEADER", fieldKeys: ["x-api-key"] } },
        { action: "SUBSTITUTION", field: { fieldType: "QUERY_STRING" } },
      ],
    });
    const open = await deployWebAcl({ redactedHeaders: [] });
    expect(open.resource(ACL).inputs.dataProtectionConfig).toBeUndefined();
    expect(open.resource(LOGGING).inputs.redactedFields ?? []).toEqual([]);
  });

  it("encrypts its log group with a key of us-east-1", async () => {
    const logKmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-4000-8000-000000000000";
    const run = await deployWebAcl({ logKmsKeyArn }, { preview: true });
    expect(run.resource(LOG_GROUP).inputs.kmsKeyId).toBe(logKmsKeyArn);
  });

  it("gives everything tags of the caller's besides the standard ones", async () => {
    const run = await deployWebAcl({ tags: { Team: "web" }, blockedAddresses: ["198.51.100.0/24"] });
    for (const type of [ACL, IP_SET, LOG_GROUP]) {
      expect(run.resource(type).inputs.tags).toMatchObject({ Team: "web", Environment: "dev" });
    }
  });

  it("leaves the last word to the caller's transform", async () => {
    const run = await deployWebAcl({ transform: { webAcl: (args) => (args.tokenDomains = ["example.com"]) } });
    expect(run.resource(ACL).inputs.tokenDomains).toEqual(["example.com"]);
  });

  it("registers its outputs", async () => {
    const run = await deployWebAcl();
    expect(run.resource("org:edge:WebAcl").outputs).toEqual({
      arn: run.resource(ACL).outputs.arn,
      metricName: "infra-dev-edge",
      logGroupName: "aws-waf-logs-infra-dev-edge",
    });
    expect(run.outputs).toEqual({ arn: run.resource(ACL).outputs.arn, capacity: 927, metricName: "infra-dev-edge" });
  });

  it("changes nothing the second time", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployWebAcl({}, { providers });
    const second = await deployWebAcl({}, { providers, state: first.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });
});
