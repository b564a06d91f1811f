import { assert, constantFrom, option, property, record, uniqueArray } from "fast-check";
import { logBucketPolicy, type PolicyWriter } from "./log-bucket-policy";

const bucket = { bucketName: "infra-dev-logs", region: "eu-west-1", accountId: "123456789012" };
const arn = "arn:aws:s3:::infra-dev-logs";
const tlsOnly = [
  {
    Sid: "DenyInsecureTransport",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  },
  {
    Sid: "DenyOutdatedTls",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [arn, `${arn}/*`],
    Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
  },
];

/** What the log delivery service is allowed for sources of one Region. */
const delivered = (label: string, sourceRegion: string, folder = "") => {
  const ArnLike = { "aws:SourceArn": `arn:aws:logs:${sourceRegion}:123456789012:*` };
  return [
    {
      Sid: `Allow${label}AclCheck`,
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: "s3:GetBucketAcl",
      Resource: arn,
      Condition: { StringEquals: { "aws:SourceAccount": "123456789012" }, ArnLike },
    },
    {
      Sid: `Allow${label}Delivery`,
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: [`${arn}/${folder}AWSLogs/123456789012/*`, `${arn}/${folder}AWSLogs/aws-account-id=123456789012/*`],
      Condition: {
        StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceAccount": "123456789012" },
        ArnLike,
      },
    },
  ];
};

const allowed = (...writers: PolicyWriter[]) => logBucketPolicy(bucket, writers).Statement.slice(2);

describe("logBucketPolicy", () => {
  it("lets nobody in without TLS 1.2, and grants nothing to CloudFront's legacy logging, which has its ACL", () => {
    expect(logBucketPolicy(bucket, [{ kind: "cloudfront" }])).toEqual({ Version: "2012-10-17", Statement: tlsOnly });
  });

  it("lets Elastic Load Balancing write the logs of one account, without conditions that AWS does not document", () => {
    expect(logBucketPolicy(bucket, [{ kind: "alb" }]).Statement).toEqual([
      ...tlsOnly,
      {
        Sid: "AllowElbLogDelivery",
        Effect: "Allow",
        Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: `${arn}/AWSLogs/123456789012/*`,
      },
    ]);
  });

  it("puts the prefix before the AWSLogs folder, which is named after the load balancers' account", () => {
    expect(allowed({ kind: "alb", prefix: "web/blue", accountId: "210987654321" })[0].Resource).toBe(
      `${arn}/web/blue/AWSLogs/210987654321/*`,
    );
  });

  it("names the bucket in the partition of its Region", () => {
    const policy = logBucketPolicy({ ...bucket, region: "cn-north-1" }, [{ kind: "alb" }]);
    expect(policy.Statement[2].Resource).toBe("arn:aws-cn:s3:::infra-dev-logs/AWSLogs/123456789012/*");
  });

  it.each<[string, PolicyWriter, object[]]>([
    ["flow logs of the bucket's Region", { kind: "flow-logs", prefix: "vpc" }, delivered("FlowLog", "eu-west-1", "vpc/")],
    ["CloudFront's logs (v2) from us-east-1", { kind: "cloudfront-v2" }, delivered("CloudFrontLog", "us-east-1")],
    ["logs of CloudFront's web ACLs from us-east-1", { kind: "waf" }, delivered("CloudFrontWafLog", "us-east-1")],
    ["logs of the Region's web ACLs", { kind: "waf", scope: "regional" }, delivered("RegionalWafLog", "eu-west-1")],
  ])("lets log delivery write the %s, and look at the ACL", (_what, writer, statements) => {
    expect(allowed(writer)).toEqual(statements);
  });

  it("lets S3 write the access logs of the account's buckets into their folder", () => {
    expect(allowed({ kind: "s3-server" })).toEqual([
      {
        Sid: "AllowS3ServerAccessLogs",
        Effect: "Allow",
        Principal: { Service: "logging.s3.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: `${arn}/s3-access-logs/*`,
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      },
    ]);
  });
});

describe("the policy of several writers", () => {
  const writer = record(
    {
      kind: constantFrom("alb", "cloudfront", "cloudfront-v2", "waf", "s3-server", "flow-logs"),
      prefix: option(constantFrom("a", "b/c"), { nil: undefined }),
      scope: option(constantFrom("cloudfront", "regional"), { nil: undefined }),
    },
    { requiredKeys: ["kind"] },
  );
  const writers = uniqueArray(writer, { minLength: 1, maxLength: 6, selector: (one) => JSON.stringify(one) });

  /** What is allowed, one resource at a time. */
  const grants = (list: readonly PolicyWriter[]) =>
    new Set(
      allowed(...list).flatMap(({ Resource, ...rest }) =>
        [Resource].flat().map((resource) => JSON.stringify({ ...rest, resource })),
      ),
    );

  it("allows what the policy of any of them allows, and nothing else", () => {
    assert(
      property(writers, (list) => {
        expect(grants(list)).toEqual(new Set(list.flatMap((one) => [...grants([one])])));
      }),
    );
  });

  it("is the same in whatever order they are given, and however often", () => {
    assert(
      property(writers, (list) => {
        const policy = logBucketPolicy(bucket, list);
        expect(logBucketPolicy(bucket, [...list].reverse())).toEqual(policy);
        expect(logBucketPolicy(bucket, [...list, ...list])).toEqual(policy);
      }),
    );
  });

  it("has each statement once, and fits the 20 KB that S3 takes", () => {
    assert(
      property(writers, (list) => {
        const policy = logBucketPolicy(bucket, list);
        const sids = policy.Statement.map(({ Sid }) => Sid);
        expect(new Set(sids).size).toBe(sids.length);
        expect(JSON.stringify(policy).length).toBeLessThan(20_480);
      }),
    );
  });
});
