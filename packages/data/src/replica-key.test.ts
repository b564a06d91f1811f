import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy } from "@org/offline-engine";
import { EncryptionKey } from "./encryption-key";
import { keyPolicy } from "./key-policy";
import { ReplicaKey, type ReplicaKeyArgs } from "./replica-key";

const naming = new Naming({ project: "infra", environment: "dev" });
const REPLICA = "aws:kms/replicaKey:ReplicaKey";

function deployReplica(args: Partial<ReplicaKeyArgs> = {}, more: Partial<Parameters<typeof deploy>[0]> = {}) {
  return deploy({
    providers: [new SimulatedAws()],
    program: () => {
      const primary = new EncryptionKey("data", { region: "eu-west-1", naming, multiRegion: true });
      const { arn, keyId } = new ReplicaKey("edge", {
        primary,
        region: "us-east-1",
        consumers: { cloudWatchLogs: true },
        naming,
        ...args,
      });
      return { arn, keyId, primaryArn: primary.arn, primaryId: primary.keyId };
    },
    ...more,
  });
}

describe("ReplicaKey", () => {
  it("has the primary's id in another Region, and an alias there", async () => {
    const run = await deployReplica();
    expect(run.outputs.keyId).toMatch(/^mrk-/);
    expect(run.outputs.keyId).toBe(run.outputs.primaryId);
    expect(run.outputs.arn).toBe(`arn:aws:kms:us-east-1:123456789012:key/${String(run.outputs.primaryId)}`);
    expect(run.resource("aws:kms/alias:Alias", "edge-alias").inputs).toMatchObject({
      region: "us-east-1",
      name: "alias/infra-dev-edge",
      targetKeyId: run.outputs.keyId,
    });
  });

  it("is protected in production, with the policy of its own consumers in its own Region", async () => {
    const run = await deployReplica();
    const replica = run.resource(REPLICA, "edge-key");
    expect(replica.protect).toBe(true);
    expect(replica.inputs).toMatchObject({
      region: "us-east-1",
      primaryKeyArn: run.outputs.primaryArn,
      description: "Encrypts the data of infra-dev in us-east-1",
      deletionWindowInDays: 30,
      tags: { Name: "infra-dev-edge", Project: "infra", Environment: "dev", ManagedBy: "pulumi" },
    });
    const policy = JSON.parse(String(replica.inputs.policy));
    expect(policy).toEqual(keyPolicy({ accountId: "123456789012", region: "us-east-1" }, { cloudWatchLogs: true }));
  });

  it("is quickly gone and not protected in the ephemeral profile", async () => {
    const replica = (await deployReplica({ profile: "ephemeral" })).resource(REPLICA);
    expect([replica.inputs.deletionWindowInDays, replica.protect ?? false]).toEqual([7, false]);
  });

  it("takes a description and tags, and another account for its policy", async () => {
    const args = { description: "Edge logs", accountId: "210987654321", tags: { Team: "shop" } };
    const replica = (await deployReplica(args)).resource(REPLICA);
    expect(replica.inputs).toMatchObject({ description: "Edge logs", tags: { Name: "infra-dev-edge", Team: "shop" } });
    expect(JSON.parse(String(replica.inputs.policy)).Statement[0].Principal.AWS).toBe("arn:aws:iam::210987654321:root");
  });

  it("changes nothing the second time", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployReplica({}, { providers });
    const second = await deployReplica({}, { providers, state: first.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });

  it("registers nothing when the primary cannot be replicated", async () => {
    const primary = { arn: "arn:aws:kms:eu-west-1:123456789012:key/k", region: "eu-west-1", multiRegion: false };
    const run = await deployReplica({ primary }, { expectFailure: true });
    expect(run.resourcesOf("org:data:ReplicaKey")).toEqual([]);
  });
});
