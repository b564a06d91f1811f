import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy } from "@org/offline-engine";
import { EncryptionKey, type EncryptionKeyArgs } from "./encryption-key";
import { keyPolicy } from "./key-policy";

const naming = new Naming({ project: "infra", environment: "dev" });
const consumers = {
  cloudWatchLogs: true,
  logDelivery: { bucketNames: ["infra-dev-cloudfront-logs"] },
  alarmTopics: true,
  eventBridge: true,
  autoScaling: true,
};

function deployKey(args: Partial<EncryptionKeyArgs> = {}, more: Partial<Parameters<typeof deploy>[0]> = {}) {
  return deploy({
    providers: [new SimulatedAws()],
    program: () => {
      const { arn, keyId } = new EncryptionKey("data", { region: "us-east-1", naming, consumers, ...args });
      return { arn, keyId };
    },
    ...more,
  });
}

describe("EncryptionKey", () => {
  it("creates a key and its alias, as children of the component", async () => {
    const run = await deployKey();
    const component = run.resource("org:data:EncryptionKey", "data");
    expect(run.resourcesOf("aws:kms/key:Key").map(({ parent }) => parent)).toEqual([component.urn]);
    expect(run.resourcesOf("aws:kms/alias:Alias").map(({ parent }) => parent)).toEqual([component.urn]);
    expect(run.resources.filter(({ type }) => type.startsWith("aws:"))).toHaveLength(2);
  });

  it("rotates the key every year, protects it and waits 30 days before a deletion, in production", async () => {
    const run = await deployKey();
    const key = run.resource("aws:kms/key:Key", "data-key");
    expect(key.protect).toBe(true);
    expect(key.inputs).toMatchObject({
      description: "Encrypts the data of infra-dev",
      enableKeyRotation: true,
      rotationPeriodInDays: 365,
      deletionWindowInDays: 30,
      region: "us-east-1",
      tags: { Name: "infra-dev-data", Project: "infra", Environment: "dev", ManagedBy: "pulumi" },
    });
    expect(run.resource("aws:kms/alias:Alias", "data-alias").inputs).toMatchObject({
      name: "alias/infra-dev-data",
      targetKeyId: key.outputs.keyId,
    });
  });

  it("gives the key the policy of its consumers in the account that it is deployed to", async () => {
    const run = await deployKey();
    const policy = JSON.parse(String(run.resource("aws:kms/key:Key").inputs.policy));
    expect(policy).toEqual(keyPolicy({ accountId: "123456789012", region: "us-east-1" }, consumers));
    expect(policy.Statement).toHaveLength(8);
  });

  it("names another account in the policy when it is told to", async () => {
    const run = await deployKey({ accountId: "210987654321", consumers: {} });
    expect(JSON.parse(String(run.resource("aws:kms/key:Key").inputs.policy)).Statement[0].Principal).toEqual({
      AWS: "arn:aws:iam::210987654321:root",
    });
  });

  it("takes a description, another rotation period and tags", async () => {
    const key = (await deployKey({ description: "Orders", rotationPeriodInDays: 90, tags: { Team: "shop" } })).resource("aws:kms/key:Key");
    expect(key.inputs).toMatchObject({ description: "Orders", rotationPeriodInDays: 90, tags: { Name: "infra-dev-data", Team: "shop" } });
  });

  it("is quickly gone and not protected in the ephemeral profile", async () => {
    const key = (await deployKey({ profile: "ephemeral" })).resource("aws:kms/key:Key");
    expect([key.inputs.deletionWindowInDays, key.protect ?? false]).toEqual([7, false]);
  });

  it("registers its outputs", async () => {
    const run = await deployKey();
    const key = run.resource("aws:kms/key:Key");
    expect(run.resource("org:data:EncryptionKey").outputs).toEqual({
      arn: key.outputs.arn,
      keyId: key.outputs.keyId,
      aliasName: "alias/infra-dev-data",
    });
    expect(run.outputs).toEqual({ arn: key.outputs.arn, keyId: key.outputs.keyId });
  });

  it("changes nothing the second time", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployKey({}, { providers });
    const second = await deployKey({}, { providers, state: first.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });

  it("registers nothing when an argument is wrong", async () => {
    const run = await deployKey({ region: "virginia" }, { expectFailure: true });
    expect(run.failed).toBe(true);
    expect(run.resources.filter(({ type }) => type !== "pulumi:pulumi:Stack")).toEqual([]);
    expect(run.diagnostics.map(({ message }) => message).join("\n")).toContain(
      'EncryptionKey "data": 1 invalid argument\n' +
        '  - `region` must be the name of an AWS region, got "virginia": use for example us-east-1',
    );
  });
});
