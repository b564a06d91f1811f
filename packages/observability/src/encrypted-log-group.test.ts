import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, type DeployRun } from "@org/offline-engine";
import { Provider } from "@pulumi/aws/provider";
import type { ComponentResourceOptions } from "@pulumi/pulumi";
import { EncryptedLogGroup, type EncryptedLogGroupArgs } from "./encrypted-log-group";
import { keyFor } from "./service-key.fixture";

const naming = new Naming({ project: "shop", environment: "dev" });
const own = "org:observability:EncryptedLogGroup";
const logGroup = "aws:cloudwatch/logGroup:LogGroup";

const appLogs = (args: Partial<EncryptedLogGroupArgs> = {}, opts?: ComponentResourceOptions) =>
  new EncryptedLogGroup("app", { kmsKeyArn: keyFor("logs.us-east-1.amazonaws.com").arn, naming, ...args }, opts);
const childrenOf = (run: DeployRun) => run.resources.filter(({ parent }) => parent === run.resource(own).urn);

describe("EncryptedLogGroup", () => {
  const aws = new SimulatedAws();
  let run: DeployRun;
  const program = () => void appLogs({ tags: { Team: "web" } });
  beforeAll(async () => {
    run = await deploy({ providers: [aws], program });
  });

  it("creates one log group, its child, encrypted, forgetting after a year, protected and tagged", () => {
    expect(childrenOf(run)).toHaveLength(1);
    expect(run.resource(logGroup, "app-log-group").inputs).toMatchObject({
      name: "/shop-dev-app",
      kmsKeyId: run.resource("aws:kms/key:Key").outputs.arn,
      retentionInDays: 365,
      deletionProtectionEnabled: true,
      tags: { Name: "shop-dev-app", Project: "shop", Environment: "dev", ManagedBy: "pulumi", Team: "web" },
    });
  });

  it("registers its outputs", () => {
    expect(run.resource(own).outputs).toEqual({
      logGroupName: "/shop-dev-app",
      arn: "arn:aws:logs:us-east-1:123456789012:log-group:/shop-dev-app",
    });
  });

  it("changes nothing in a second deployment", async () => {
    const second = await deploy({ providers: [aws], program, state: run.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });

  it("can be ephemeral, and named where EventBridge's console looks", async () => {
    const ephemeral = await deploy({
      providers: [new SimulatedAws()],
      program: () => void appLogs({ profile: "ephemeral", prefix: "/aws/events/", retentionInDays: 1 }),
    });
    expect(ephemeral.resource(logGroup).inputs).toMatchObject({
      name: "/aws/events/shop-dev-app",
      deletionProtectionEnabled: false,
      retentionInDays: 1,
    });
  });

  it("goes down and up again under the same name when it is ephemeral", async () => {
    const aws = new SimulatedAws();
    const ephemeral = () => void appLogs({ profile: "ephemeral" });
    const up = await deploy({ providers: [aws], program: ephemeral });
    const down = await deploy({ providers: [aws], program: () => undefined, state: up.state });
    expect(down.resourcesOf(logGroup)).toEqual([]);
    const again = await deploy({ providers: [aws], program: ephemeral, state: down.state });
    expect(again.resource(logGroup).id).toBe("/shop-dev-app");
  });

  it("stays when it is not ephemeral", async () => {
    const down = await deploy({ providers: [aws], program: () => undefined, state: run.state, expectFailure: true });
    expect(down.failed).toBe(true);
    expect(down.diagnostics[0]?.message).toBe("ValidationException: The log group /shop-dev-app has deletion protection enabled");
    expect(down.resourcesOf(logGroup)).toHaveLength(1);
  });

  it("can be in another region than the provider's, where its key is", async () => {
    const elsewhere = await deploy({
      config: { "aws:region": "eu-west-1" },
      providers: [new SimulatedAws()],
      program: () => {
        const { arn } = keyFor("logs.us-east-1.amazonaws.com", "edge", "us-east-1");
        new EncryptedLogGroup("app", { kmsKeyArn: arn, region: "us-east-1", naming });
      },
    });
    expect(elsewhere.resource(logGroup).inputs).toMatchObject({ region: "us-east-1" });
    expect(elsewhere.resource(own).outputs).toMatchObject({
      arn: "arn:aws:logs:us-east-1:123456789012:log-group:/shop-dev-app",
    });
  });

  it("refuses a key of another region once it is known", async () => {
    const refused = await deploy({
      providers: [new SimulatedAws()],
      expectFailure: true,
      program: () => void appLogs({ region: "eu-west-1" }),
    });
    expect(refused.failed).toBe(true);
    expect(refused.diagnostics.map(({ message }) => message).join("\n")).toContain(
      "`kmsKeyArn` must be a key of eu-west-1: a key encrypts in its own region alone",
    );
    expect(refused.resourcesOf(logGroup)).toEqual([]);
  });

  it("refuses illegal tags before anything of it is registered", async () => {
    const refused = await deploy({
      providers: [new SimulatedAws()],
      expectFailure: true,
      program: () => void appLogs({ tags: { Owner: "50%" } }),
    });
    expect(refused.resourcesOf(own)).toEqual([]);
    expect(refused.diagnostics.map(({ message }) => message).join()).toContain('`tags["Owner"]` must have a value of letters');
  });

  it("hands the provider through to its child", async () => {
    const regional = await deploy({
      providers: [new SimulatedAws()],
      program: () => void appLogs({}, { provider: new Provider("regional", { region: "us-east-1" }) }),
    });
    expect(childrenOf(regional).map(({ provider }) => provider?.includes("::pulumi:providers:aws::regional::"))).toEqual([true]);
  });

  it("refuses illegal arguments before anything of it is registered", async () => {
    const refused = await deploy({
      providers: [new SimulatedAws()],
      expectFailure: true,
      program: () => void appLogs({ retentionInDays: 15 }),
    });
    expect(refused.resourcesOf(own)).toEqual([]);
    expect(refused.diagnostics.map(({ message }) => message)).toEqual([
      'EncryptedLogGroup "app": 1 invalid argument\n' +
        "  - `retentionInDays` must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, " +
        "2192, 2557, 2922, 3288, 3653, got 15: use 14 or 30",
    ]);
  });
});
