import { logBucketPolicy } from "./log-bucket-policy";

const bucket = { bucketName: "infra-dev-alb-access-logs", region: "us-east-1" };
const everything = ["arn:aws:s3:::infra-dev-alb-access-logs", "arn:aws:s3:::infra-dev-alb-access-logs/*"];
const tlsOnly = [
  {
    Sid: "DenyInsecureTransport",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: everything,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  },
  {
    Sid: "DenyOutdatedTls",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: everything,
    Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
  },
];

describe("logBucketPolicy", () => {
  it("lets nobody in without TLS 1.2, and grants nothing when the writer has its ACL", () => {
    expect(logBucketPolicy(bucket)).toEqual({ Version: "2012-10-17", Statement: tlsOnly });
  });

  it("lets Elastic Load Balancing write the logs of one account, without conditions that AWS does not document", () => {
    expect(logBucketPolicy(bucket, { accountId: "123456789012" }).Statement).toEqual([
      ...tlsOnly,
      {
        Sid: "AllowElbLogDelivery",
        Effect: "Allow",
        Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: "arn:aws:s3:::infra-dev-alb-access-logs/AWSLogs/123456789012/*",
      },
    ]);
  });

  it("puts the prefix before the AWSLogs folder", () => {
    const policy = logBucketPolicy(bucket, { accountId: "123456789012", prefix: "web/blue" });
    expect(policy.Statement[2].Resource).toBe(
      "arn:aws:s3:::infra-dev-alb-access-logs/web/blue/AWSLogs/123456789012/*",
    );
  });

  it("names the bucket in the partition of its Region", () => {
    const policy = logBucketPolicy({ ...bucket, region: "cn-north-1" }, { accountId: "123456789012" });
    expect(policy.Statement[2].Resource).toBe("arn:aws-cn:s3:::infra-dev-alb-access-logs/AWSLogs/123456789012/*");
  });
});
