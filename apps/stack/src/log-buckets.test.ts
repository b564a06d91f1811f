import type { DeployRun, ResourceState } from "@org/offline-engine";
import { deployStack } from "./deployed-stack.fixture";

describe("the log buckets of an InfrastructureStack", () => {
  let run: DeployRun;

  beforeAll(async () => {
    run = await deployStack();
  });

  const encryptionOf = (role: string) =>
    run.resource(
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      `infra-${role}-encryption`,
    ).inputs["rules"];
  const ownershipOf = (role: string) =>
    run.resource("aws:s3/bucketOwnershipControls:BucketOwnershipControls", `infra-${role}-ownership-controls`).inputs["rule"];

  it.each(["alb-access-logs", "cloudfront-logs"])("keeps the bucket of the %s versioned, tiered and reachable by TLS 1.2 only", (role) => {
    const bucket = `infra-test-${role}`;
    const arns = [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`];
    const of = (type: string, part: string) => run.resource(`aws:s3/${type}`, `infra-${role}-${part}`).inputs;

    expect(of("bucket:Bucket", "bucket")).toMatchObject({ bucket, forceDestroy: false });
    expect(of("bucketVersioning:BucketVersioning", "versioning")).toMatchObject({
      bucket,
      versioningConfiguration: { status: "Enabled" },
    });
    expect(of("bucketLifecycleConfiguration:BucketLifecycleConfiguration", "lifecycle")).toMatchObject({
      bucket,
      rules: [
        {
          status: "Enabled",
          transitions: [
            { days: 30, storageClass: "STANDARD_IA" },
            { days: 60, storageClass: "GLACIER" },
          ],
          expiration: { days: 365 },
          noncurrentVersionExpiration: { noncurrentDays: 30 },
        },
      ],
    });
    expect(JSON.parse(String(of("bucketPolicy:BucketPolicy", "policy")["policy"])).Statement.slice(0, 2)).toEqual([
      {
        ...{ Sid: "DenyInsecureTransport", Effect: "Deny", Principal: "*", Action: "s3:*", Resource: arns },
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
      {
        ...{ Sid: "DenyOutdatedTls", Effect: "Deny", Principal: "*", Action: "s3:*", Resource: arns },
        Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
      },
    ]);
  });

  it("lets ELB log delivery write to the bucket of the load balancer, under this account's prefix alone", () => {
    const { inputs } = run.resource("aws:s3/bucketPolicy:BucketPolicy", "infra-alb-access-logs-policy");

    expect(JSON.parse(String(inputs["policy"])).Statement.slice(2)).toEqual([
      {
        Sid: "AllowElbLogDelivery",
        Effect: "Allow",
        Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: "arn:aws:s3:::infra-test-alb-access-logs/AWSLogs/123456789012/*",
      },
    ]);
    expect(encryptionOf("alb-access-logs")).toEqual([{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }]);
    expect(ownershipOf("alb-access-logs")).toEqual({ objectOwnership: "BucketOwnerEnforced" });
  });

  it("lets CloudFront write to its bucket by ACL, encrypted with the stack's key", () => {
    const { inputs } = run.resource("aws:s3/bucketAcl:BucketAcl", "infra-cloudfront-logs-acl");
    const awsLogsDelivery = "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0";

    expect(inputs["accessControlPolicy"]).toMatchObject({
      grants: [
        { permission: "FULL_CONTROL", grantee: { type: "CanonicalUser" } },
        { permission: "FULL_CONTROL", grantee: { type: "CanonicalUser", id: awsLogsDelivery } },
      ],
    });
    expect(encryptionOf("cloudfront-logs")).toEqual([
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: run.outputs["kmsKeyArn"] },
        bucketKeyEnabled: true,
      },
    ]);
    expect(ownershipOf("cloudfront-logs")).toEqual({ objectOwnership: "BucketOwnerPreferred" });
  });

  it("blocks public access as each log writer allows", () => {
    const block = (name: string) => run.resource("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", name).inputs;

    expect(block("infra-alb-access-logs-public-access-block")).toMatchObject({
      blockPublicAcls: true,
      ignorePublicAcls: true,
      blockPublicPolicy: true,
      restrictPublicBuckets: true,
    });
    expect(block("infra-cloudfront-logs-public-access-block")).toMatchObject({
      blockPublicAcls: false,
      ignorePublicAcls: false,
      blockPublicPolicy: true,
      restrictPublicBuckets: true,
    });
  });

  it("delivers object-created events of both buckets to the log group", () => {
    const logGroupArn = "arn:aws:logs:us-east-1:123456789012:log-group:/infra-test-events";
    const ofLogs = ({ urn }: ResourceState) => urn.includes("::infra-log-objects-");
    const rules = run.resourcesOf("aws:cloudwatch/eventRule:EventRule").filter(ofLogs);
    const targets = run.resourcesOf("aws:cloudwatch/eventTarget:EventTarget").filter(ofLogs);
    const [policy] = run.resourcesOf("aws:cloudwatch/logResourcePolicy:LogResourcePolicy");
    const [, putEvents] = JSON.parse(String(policy.inputs["policyDocument"])).Statement;

    expect(run.resourcesOf("aws:s3/bucketNotification:BucketNotification").map(({ inputs }) => inputs["eventbridge"])).toEqual([
      true,
      true,
    ]);
    expect(rules.map(({ inputs }) => JSON.parse(String(inputs["eventPattern"])))).toEqual(
      ["infra-test-alb-access-logs", "infra-test-cloudfront-logs"].map((bucket) => ({
        source: ["aws.s3"],
        "detail-type": ["Object Created"],
        detail: { bucket: { name: [bucket] } },
      })),
    );
    expect(targets.map(({ inputs }) => inputs["arn"])).toEqual([logGroupArn, logGroupArn]);
    expect(putEvents).toEqual({
      Sid: "PutEventsOfRules",
      Effect: "Allow",
      Principal: { Service: ["delivery.logs.amazonaws.com", "events.amazonaws.com"] },
      Action: "logs:PutLogEvents",
      Resource: `${logGroupArn}:*:*`,
      Condition: { ArnEquals: { "aws:SourceArn": rules.map(({ outputs }) => outputs["arn"]) } },
    });
  });
});
