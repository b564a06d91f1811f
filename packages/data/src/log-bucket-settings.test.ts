import { Naming } from "@org/infra-naming";
import { assert, constantFrom, property, shuffledSubarray } from "fast-check";
import { logBucketName, mergedSettings, writerConflicts } from "./log-bucket-settings";
import type { LogWriter, LogWriterKind } from "./log-writer";

const key = "arn:aws:kms:us-east-1:123456789012:key/k";
const otherKey = "arn:aws:kms:us-east-1:123456789012:key/l";
const every: readonly LogWriter[] = [
  { kind: "alb" },
  { kind: "alb", prefix: "web" },
  { kind: "cloudfront", kmsKeyArn: key },
  { kind: "cloudfront", kmsKeyArn: key, blockPublicAcls: true },
  { kind: "cloudfront-v2" },
  { kind: "cloudfront-v2", kmsKeyArn: key },
  { kind: "cloudfront-v2", kmsKeyArn: otherKey },
  { kind: "waf", kmsKeyArn: key },
  { kind: "s3-server" },
  { kind: "flow-logs" },
];
const reasons = (...writers: LogWriter[]) => writerConflicts(writers).map(({ rule }) => rule);

describe("mergedSettings", () => {
  it.each(every.filter(({ kind }) => kind !== "cloudfront"))("turns ACLs off and blocks the public for %j", (writer) => {
    expect(mergedSettings([writer])).toEqual({
      objectOwnership: "BucketOwnerEnforced",
      publicAccessBlock: {
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      kmsKeyArn: "kmsKeyArn" in writer ? writer.kmsKeyArn : undefined,
    });
  });

  it("leaves ACLs usable for CloudFront's legacy logging, with their public use blocked on request", () => {
    const settings = (blockPublicAcls?: boolean) => mergedSettings([{ kind: "cloudfront", kmsKeyArn: key, blockPublicAcls }]);
    expect(settings().objectOwnership).toBe("BucketOwnerPreferred");
    expect(settings().publicAccessBlock).toMatchObject({ blockPublicAcls: false, ignorePublicAcls: false });
    expect(settings(true)).toEqual({
      objectOwnership: "BucketOwnerPreferred",
      publicAccessBlock: {
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      kmsKeyArn: key,
    });
  });

  it("encrypts with the key that one writer is given when the others take it", () => {
    expect(mergedSettings([{ kind: "flow-logs" }, { kind: "waf", kmsKeyArn: key }]).kmsKeyArn).toBe(key);
  });
});

describe("writers of one bucket", () => {
  it("may be all that write by the policy into SSE-S3", () => {
    const shared: LogWriter[] = [{ kind: "alb" }, { kind: "cloudfront-v2" }, { kind: "waf" }, { kind: "s3-server" }, { kind: "flow-logs" }];
    expect(writerConflicts(shared)).toEqual([]);
  });

  it("cannot be one that needs ACLs and one that has them off, for this reason", () => {
    expect(writerConflicts([{ kind: "alb" }, { kind: "cloudfront", kmsKeyArn: key }])).toEqual([
      {
        argument: "writers",
        rule:
          "must be able to share one bucket: CloudFront's standard logging (legacy) writes by the bucket's ACL and needs " +
          "BucketOwnerPreferred; a bucket of Elastic Load Balancing has ACLs off (BucketOwnerEnforced)",
        value: ["alb", "cloudfront"],
        remedy: "give each of them a LogBucket of its own, or the same settings",
      },
    ]);
  });

  it.each<LogWriterKind>(["alb", "s3-server"])("cannot be one with a KMS key and %s, which takes SSE-S3 only", (kind) => {
    const called = kind === "alb" ? "Elastic Load Balancing" : "S3 server access logging";
    const sseS3 = every.filter((writer) => writer.kind === kind)[0];
    expect(reasons({ kind: "flow-logs", kmsKeyArn: key }, sseS3)).toEqual([
      `must be able to share one bucket: VPC flow logs is given a KMS key; ${called} writes into buckets with SSE-S3 only`,
    ]);
  });

  it("cannot have two keys, or two public access blocks", () => {
    expect(reasons({ kind: "waf", kmsKeyArn: key }, { kind: "flow-logs", kmsKeyArn: otherKey })).toEqual([
      "must be able to share one bucket: a bucket is encrypted with one KMS key, and its writers are given two",
    ]);
    const legacy = { kind: "cloudfront", kmsKeyArn: key } as const;
    expect(reasons(legacy, { ...legacy, blockPublicAcls: true })).toEqual([
      "must be able to share one bucket: a bucket has one public access block, and its writers disagree about blockPublicAcls",
    ]);
    expect(reasons(legacy, { ...legacy, blockPublicAcls: false })).toEqual([]);
  });

  it("get the same settings and the same answer in whatever order they are given", () => {
    assert(
      property(shuffledSubarray([...every], { minLength: 1, maxLength: 5 }), constantFrom(0, 1, 2), (writers, cut) => {
        const turned = [...writers.slice(cut), ...writers.slice(0, cut)].reverse();
        expect(writerConflicts(turned)).toHaveLength(writerConflicts(writers).length);
        if (writerConflicts(writers).length === 0) expect(mergedSettings(turned)).toEqual(mergedSettings(writers));
      }),
    );
  });

  it("keep, when they can share, what each of them would have alone, or get a key in addition", () => {
    assert(
      property(shuffledSubarray([...every], { minLength: 1, maxLength: 5 }), (writers) => {
        if (writerConflicts(writers).length > 0) return;
        const { kmsKeyArn, ...settings } = mergedSettings(writers);
        for (const writer of writers) {
          const { kmsKeyArn: own, ...alone } = mergedSettings([writer]);
          expect(settings).toEqual(alone);
          expect([own ?? kmsKeyArn, kmsKeyArn]).toEqual([kmsKeyArn, kmsKeyArn]);
        }
      }),
    );
  });
});

describe("logBucketName", () => {
  const naming = new Naming({ project: "infra", environment: "dev" });

  it("starts with what WAF asks for where WAF writes, alone or among others", () => {
    expect(logBucketName(naming, "logs", ["alb"])).toBe("infra-dev-logs");
    expect(logBucketName(naming, "logs", ["waf"])).toBe("aws-waf-logs-infra-dev-logs");
    expect(logBucketName(naming, "logs", ["flow-logs", "waf"])).toBe("aws-waf-logs-infra-dev-logs");
  });
});
