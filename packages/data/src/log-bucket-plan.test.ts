import { planLogBucket } from "./log-bucket-plan";

const alb = { writer: { kind: "alb" }, region: "us-east-1" } as const;
const cloudfront = {
  writer: { kind: "cloudfront", kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/k" },
  region: "us-east-1",
} as const;

describe("planLogBucket", () => {
  it("closes the bucket of a load balancer completely", () => {
    expect(planLogBucket("alb-access-logs", alb)).toEqual({
      writers: [{ kind: "alb" }],
      kmsKeyArn: undefined,
      objectOwnership: "BucketOwnerEnforced",
      publicAccessBlock: {
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      retention: { infrequentAccessAfterDays: 30, glacierAfterDays: 60, expireAfterDays: 365, noncurrentDays: 30 },
      forceDestroy: false,
    });
  });

  it("leaves ACLs usable in the bucket of CloudFront, and public policies blocked", () => {
    const { objectOwnership, publicAccessBlock } = planLogBucket("cloudfront-logs", cloudfront);
    expect(objectOwnership).toBe("BucketOwnerPreferred");
    expect(publicAccessBlock).toEqual({
      blockPublicAcls: false,
      blockPublicPolicy: true,
      ignorePublicAcls: false,
      restrictPublicBuckets: true,
    });
  });

  it("deletes the logs with the bucket in the ephemeral profile only", () => {
    expect(planLogBucket("logs", { ...alb, profile: "ephemeral" }).forceDestroy).toBe(true);
    expect(planLogBucket("logs", { ...alb, profile: "production" }).forceDestroy).toBe(false);
  });

  it("keeps the defaults of what a retention leaves out", () => {
    expect(planLogBucket("logs", { ...alb, retention: { expireAfterDays: 61 } }).retention).toEqual({
      infrequentAccessAfterDays: 30,
      glacierAfterDays: 60,
      expireAfterDays: 61,
      noncurrentDays: 30,
    });
  });

  it("refuses a retention that S3 would refuse, each number with its reason", () => {
    expect(() =>
      planLogBucket("logs", {
        ...alb,
        retention: { infrequentAccessAfterDays: 29, glacierAfterDays: 58, expireAfterDays: 58, noncurrentDays: 0.5 },
      }),
    ).toThrow(
      new Error(
        'LogBucket "logs": 4 invalid arguments\n' +
          "  - `retention.infrequentAccessAfterDays` must be a whole number of days, at least 30 " +
          "(S3 moves no object to STANDARD_IA earlier), got 29: use for example 30\n" +
          "  - `retention.glacierAfterDays` must be a whole number of days, at least 59 " +
          "(S3 keeps an object 30 days in STANDARD_IA), got 58: use for example 59\n" +
          "  - `retention.expireAfterDays` must be a whole number of days, at least 59 " +
          "(an object expires after it was archived), got 58: use for example 59\n" +
          "  - `retention.noncurrentDays` must be a whole number of days, at least 1 " +
          "(S3 counts in whole days), got 0.5: use for example 1",
      ),
    );
  });

  it.each(["af-south-1", "ap-east-1", "ap-southeast-3", "eu-south-1", "me-south-1"])(
    "refuses a CloudFront bucket in %s, where legacy logs cannot be delivered",
    (region) => {
      expect(() => planLogBucket("cloudfront-logs", { ...cloudfront, region })).toThrow(
        new Error(
          'LogBucket "cloudfront-logs": 1 invalid argument\n' +
            "  - `region` must be a Region that CloudFront delivers standard logs (legacy) to, which opt-in Regions are not, " +
            `got "${region}": use a writer of kind "cloudfront-v2", or a Region that is on by default, for example us-east-1`,
        ),
      );
    },
  );

  it("takes a load balancer's bucket in an opt-in Region", () => {
    expect(planLogBucket("logs", { ...alb, region: "eu-south-1" }).objectOwnership).toBe("BucketOwnerEnforced");
  });

  it.each(["/logs", "logs/", "a//b", "AWSLogs", "team/AWSLogs", "team-*", ""])("refuses the prefix %j", (prefix) => {
    expect(() => planLogBucket("logs", { ...alb, writer: { kind: "alb", prefix } })).toThrow(
      new Error(
        'LogBucket "logs": 1 invalid argument\n' +
          '  - `writer.prefix` must be a folder without slash at either end and without "AWSLogs", ' +
          `which AWS adds, got "${prefix}": use for example load-balancer, or leave out prefix`,
      ),
    );
  });

  it("takes a prefix of several folders", () => {
    expect(() => planLogBucket("logs", { ...alb, writer: { kind: "alb", prefix: "team_1/web.app" } })).not.toThrow();
  });

  it("refuses what cannot be a Region", () => {
    expect(() => planLogBucket("logs", { ...alb, region: "moon" })).toThrow(
      new Error(
        'LogBucket "logs": 1 invalid argument\n' +
          '  - `region` must be the name of an AWS region, got "moon": use for example us-east-1',
      ),
    );
  });

  it.each([{}, { writers: [] }, { writer: alb.writer, writers: [alb.writer] }])("refuses %j, which names no writers or twice", (writers) => {
    expect(() => planLogBucket("logs", { region: "us-east-1", ...writers })).toThrow(
      "`writers` must name at least one writer, and not beside writer",
    );
  });

  it("finds the writer whose prefix is wrong among several", () => {
    const writers = [{ kind: "alb", prefix: "a" }, { kind: "flow-logs", prefix: "/b" }] as const;
    expect(() => planLogBucket("logs", { region: "us-east-1", writers })).toThrow(
      "`writers[1].prefix` must be a folder without slash at either end",
    );
  });

  it("refuses writers that cannot share a bucket, with the reason", () => {
    expect(() => planLogBucket("logs", { region: "us-east-1", writers: [alb.writer, cloudfront.writer] })).toThrow(
      "`writers` must be able to share one bucket: CloudFront's standard logging (legacy) writes by the bucket's ACL",
    );
  });

  it("refuses access logs of a bucket that receives access logs, which would never end", () => {
    const writer = { kind: "s3-server" } as const;
    expect(() => planLogBucket("logs", { writer, region: "us-east-1", accessLogs: { region: "us-east-1" } })).toThrow(
      new Error(
        'LogBucket "logs": 1 invalid argument\n' +
          "  - `accessLogs` must be left out for a bucket that receives access logs: each log delivered would be logged itself, " +
          'without end, got "s3-server": leave out accessLogs; Security Hub S3.9 is suppressed for the bucket at the end of the chain',
      ),
    );
  });

  it("refuses access logs in another Region", () => {
    expect(() => planLogBucket("logs", { ...alb, accessLogs: { region: "us-east-1" } })).not.toThrow();
    expect(() => planLogBucket("logs", { ...alb, accessLogs: { region: "eu-west-1" } })).toThrow(
      new Error(
        'LogBucket "logs": 1 invalid argument\n' +
          "  - `accessLogs` must be in us-east-1: S3 writes access logs into buckets of the same Region only, " +
          'got "eu-west-1": create a LogBucket with a writer of kind "s3-server" in the bucket\'s Region',
      ),
    );
  });
});
