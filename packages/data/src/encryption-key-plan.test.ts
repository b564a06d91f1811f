import { planEncryptionKey } from "./encryption-key-plan";

describe("planEncryptionKey", () => {
  it("rotates every 365 days, waits 30 days before deletion and protects the key in production, the default", () => {
    expect(planEncryptionKey("data", { region: "us-east-1" })).toEqual({
      region: "us-east-1",
      consumers: {},
      rotationPeriodInDays: 365,
      multiRegion: false,
      deletionWindowInDays: 30,
      protect: true,
    });
  });

  it("waits only AWS's minimum of 7 days in the ephemeral profile and does not protect the key", () => {
    const plan = planEncryptionKey("data", { region: "us-east-1", profile: "ephemeral" });
    expect([plan.deletionWindowInDays, plan.protect]).toEqual([7, false]);
  });

  it.each([90, 2560])("takes a rotation period of %d days", (rotationPeriodInDays) => {
    expect(planEncryptionKey("data", { region: "us-east-1", rotationPeriodInDays }).rotationPeriodInDays).toBe(
      rotationPeriodInDays,
    );
  });

  it.each([89, 2561, 100.5])("refuses a rotation period of %d days", (rotationPeriodInDays) => {
    expect(() => planEncryptionKey("data", { region: "us-east-1", rotationPeriodInDays })).toThrow(
      new Error(
        'EncryptionKey "data": 1 invalid argument\n' +
          "  - `rotationPeriodInDays` must be a whole number of days from 90 to 2560, " +
          `got ${rotationPeriodInDays}: use for example 365`,
      ),
    );
  });

  it("makes a key that can have replicas on request", () => {
    expect(planEncryptionKey("data", { region: "us-east-1", multiRegion: true }).multiRegion).toBe(true);
  });

  it("keeps the declared consumers", () => {
    const consumers = { cloudWatchLogs: true, logDelivery: { bucketNames: ["infra-dev-cloudfront-logs"] } };
    expect(planEncryptionKey("data", { region: "us-east-1", consumers }).consumers).toEqual(consumers);
  });

  it("names every wrong argument at once", () => {
    expect(() =>
      planEncryptionKey("data", {
        region: "virginia",
        consumers: { logDelivery: { bucketNames: ["arn:aws:s3:::logs", "logs-*", "good-name"] } },
      }),
    ).toThrow(
      new Error(
        'EncryptionKey "data": 3 invalid arguments\n' +
          '  - `region` must be the name of an AWS region, got "virginia": use for example us-east-1\n' +
          "  - `consumers.logDelivery.bucketNames` must hold names of buckets, not ARNs or patterns, " +
          'got "arn:aws:s3:::logs": use logBucketName(naming, <name of the LogBucket>, [<kind of its writer>])\n' +
          "  - `consumers.logDelivery.bucketNames` must hold names of buckets, not ARNs or patterns, " +
          'got "logs-*": use logBucketName(naming, <name of the LogBucket>, [<kind of its writer>])',
      ),
    );
  });

  it("refuses log delivery to no bucket, which would be a statement that lets nobody in", () => {
    expect(() =>
      planEncryptionKey("data", { region: "us-east-1", consumers: { logDelivery: { bucketNames: [] } } }),
    ).toThrow(
      new Error(
        'EncryptionKey "data": 1 invalid argument\n' +
          "  - `consumers.logDelivery.bucketNames` must name at least one bucket, got []: " +
          "name the buckets that logs are delivered to, or leave out logDelivery",
      ),
    );
  });
});
