import { output } from "@pulumi/pulumi";
import {
  type BucketDestination,
  type CloudFrontLogBucket,
  deliveredLoggingOf,
  type DistributionLogging,
  legacyLoggingOf,
  loggingProblems,
} from "./distribution-logging";

const bucket: CloudFrontLogBucket = { writerKind: "cloudfront", region: "us-east-1", domainName: "", ready: [] };
const destination: BucketDestination = {
  kind: "bucket",
  bucket: { writerKind: "cloudfront-v2", arn: "arn:aws:s3:::shop-logs", ready: [] },
};
const legacy: DistributionLogging = { kind: "legacy", bucket };
const v2: DistributionLogging = { kind: "v2", destination };

describe("the kinds of logging", () => {
  it("hold the legacy one, the delivered one, or both", () => {
    const both: DistributionLogging = { kind: "both", legacy: { bucket, prefix: "a/" }, v2: { destination } };
    expect([legacy, v2, both].map(legacyLoggingOf)).toEqual([legacy, undefined, { bucket, prefix: "a/" }]);
    expect([legacy, v2, both].map(deliveredLoggingOf)).toEqual([undefined, v2, { destination }]);
  });
});

describe("loggingProblems", () => {
  it("has none for the defaults of each kind, nor for a log bucket of v2 in any Region", () => {
    expect(loggingProblems(legacy)).toEqual([]);
    expect(loggingProblems(v2)).toEqual([]);
    expect(loggingProblems({ kind: "both", legacy, v2 })).toEqual([]);
  });

  it("tells in which of both the mistake is", () => {
    const problems = loggingProblems({
      kind: "both",
      legacy: { bucket: { ...bucket, region: "me-south-1" }, prefix: "/logs" },
      v2: { destination, fields: [] },
    });
    expect(problems).toEqual([
      {
        argument: "logging.legacy.bucket.region",
        rule: "must be a Region that CloudFront delivers standard logs (legacy) to, which opt-in Regions are not",
        value: "me-south-1",
        remedy: 'use a log bucket in a Region that is on by default, for example us-east-1, or logging of kind "v2"',
      },
      {
        argument: "logging.legacy.prefix",
        rule: "must not start with a slash",
        value: "/logs",
        remedy: "use for example cloudfront/",
      },
      {
        argument: "logging.v2.fields",
        rule: "must hold at least one field, each once",
        value: [],
        remedy: "use for example date, time, c-ip, cs-method, cs-uri-stem and sc-status, or leave it out",
      },
    ]);
  });

  it("takes paths with CloudFront's variables and folders of folders", () => {
    const path = "{accountid}/{DistributionId}/{distributionid}/{yyyy}-{MM}-{dd}/{HH}";
    expect(loggingProblems({ kind: "v2", destination: { ...destination, path } })).toEqual([]);
    expect(loggingProblems({ kind: "v2", destination, fields: ["date", "time"] })).toEqual([]);
  });

  it.each(["", "{year}/{MM}", "{yyyy", "a".repeat(257)])("refuses the path %j", (path) => {
    const problems = loggingProblems({ kind: "v2", destination: { ...destination, path } });
    expect(problems).toEqual([
      {
        argument: "logging.destination.path",
        rule: "must have 1 to 256 characters, with no variables but {DistributionId}, {yyyy}, {MM}, {dd}, {HH}, {accountid}",
        value: path,
        remedy: "use for example {DistributionId}/{yyyy}/{MM}/{dd}",
      },
    ]);
  });

  it("refuses partitions that are named twice", () => {
    const path = "year={yyyy}";
    expect(loggingProblems({ kind: "v2", destination: { ...destination, path } })).toEqual([]);
    const problems = loggingProblems({ kind: "v2", destination: { ...destination, path, hivePaths: true } });
    expect(problems.map(({ argument, rule }) => [argument, rule])).toEqual([
      ["logging.destination.path", "must not name partitions itself together with hivePaths"],
    ]);
  });

  it("refuses a field that is named twice", () => {
    expect(loggingProblems({ kind: "v2", destination, fields: ["date", "date"] })).toHaveLength(1);
  });

  it("refuses a log group outside us-east-1, where CloudFront delivers from, once it is known", () => {
    const arn = "arn:aws:logs:eu-west-1:123456789012:log-group:/cloudfront/shop";
    const logGroup = { kind: "log-group", arn } as const;
    expect(loggingProblems({ kind: "v2", destination: logGroup }).map(({ argument }) => argument)).toEqual([
      "logging.destination.arn",
    ]);
    expect(loggingProblems({ kind: "v2", destination: { ...logGroup, arn: output(arn) } })).toEqual([]);
  });

  it("refuses a stream outside us-east-1, once it is known", () => {
    const arn = "arn:aws:firehose:eu-west-1:123456789012:deliverystream/requests";
    const stream = { kind: "firehose", arn } as const;
    expect(loggingProblems({ kind: "both", legacy: { bucket }, v2: { destination: stream } })).toEqual([
      {
        argument: "logging.v2.destination.arn",
        rule: "must be the ARN of a Firehose stream in us-east-1, where CloudFront delivers from",
        value: arn,
        remedy: "create the stream with region us-east-1 and pass its ARN",
      },
    ]);
    expect(loggingProblems({ kind: "v2", destination: { ...stream, arn: output(arn) } })).toEqual([]);
    expect(loggingProblems({ kind: "v2", destination: { ...stream, arn: arn.replace("eu-west-1", "us-east-1") } })).toEqual([]);
  });
});
