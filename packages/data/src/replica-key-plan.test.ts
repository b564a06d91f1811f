import { planReplicaKey } from "./replica-key-plan";

const primary = { region: "eu-west-1", multiRegion: true };

describe("planReplicaKey", () => {
  it("protects the replica and waits 30 days before deletion in production, the default", () => {
    expect(planReplicaKey("edge", { primary, region: "us-east-1" })).toEqual({
      region: "us-east-1",
      consumers: {},
      deletionWindowInDays: 30,
      protect: true,
    });
  });

  it("waits only 7 days in the ephemeral profile and does not protect it", () => {
    const plan = planReplicaKey("edge", { primary, region: "us-east-1", profile: "ephemeral", consumers: { alarmTopics: true } });
    expect(plan).toEqual({ region: "us-east-1", consumers: { alarmTopics: true }, deletionWindowInDays: 7, protect: false });
  });

  it("names every wrong argument at once", () => {
    expect(() =>
      planReplicaKey("edge", {
        primary: { region: "moon", multiRegion: false },
        region: "moon",
        consumers: { logDelivery: { bucketNames: [] } },
      }),
    ).toThrow(
      new Error(
        'ReplicaKey "edge": 4 invalid arguments\n' +
          '  - `region` must be the name of an AWS region, got "moon": use for example us-east-1\n' +
          "  - `consumers.logDelivery.bucketNames` must name at least one bucket, got []: " +
          "name the buckets that logs are delivered to, or leave out logDelivery\n" +
          "  - `primary.multiRegion` must be true: KMS replicates no key that was not made for it, got false: " +
          "create the EncryptionKey with multiRegion: true, or an EncryptionKey of its own in this Region\n" +
          '  - `region` must be another Region than the primary\'s, got "moon": use the primary key itself there',
      ),
    );
  });
});
