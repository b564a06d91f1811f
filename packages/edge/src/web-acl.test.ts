import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy } from "@org/offline-engine";
import { Provider } from "@pulumi/aws";
import { WebAcl, type WebAclArgs } from "./web-acl";
import { planWebAcl } from "./web-acl-plan";
import { webAclRules } from "./web-acl-rules";

const naming = new Naming({ project: "infra", environment: "dev" });
const ACL = "aws:wafv2/webAcl:WebAcl";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const LOGGING = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

function deployWebAcl(args: WebAclArgs = {}, more: Partial<Parameters<typeof deploy>[0]> = {}) {
  return deploy({
    providers: [new SimulatedAws()],
    program: () => {
      // A home Region that is not us-east-1: the web ACL must not follow it.
      const provider = new Provider("regional", { region: "eu-west-1" });
      const { arn, capacity, metricName } = new WebAcl("edge", { naming, ...args }, { provider });
      return { arn, capacity, metricName };
    },
    ...more,
  });
}

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
    expect(inputs.rules).toMatchObject(webAclRules("infra-dev-edge", planWebAcl("edge", {})));
    expect(inputs.rules).toHaveLength(4);
  });

  it("only counts in observe mode", async () => {
    const { rules } = (await deployWebAcl({ mode: "observe" })).resource(ACL).inputs;
    expect(rules).toMatchObject(webAclRules("infra-dev-edge", planWebAcl("edge", { mode: "observe" })));
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
