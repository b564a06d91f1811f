import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy } from "@org/offline-engine";
import { Topic } from "@pulumi/aws/sns";
import { EncryptionKey } from "./encryption-key";
import { LogBucket, type LogBucketSettingsArgs } from "./log-bucket";
import { logBucketPolicy } from "./log-bucket-policy";
import type { AlbLogWriter } from "./log-writer";

const naming = new Naming({ project: "infra", environment: "dev" });
const region = "us-east-1";

type Options = Partial<Parameters<typeof deploy>[0]>;

function deployAlb(args: Partial<LogBucketSettingsArgs> & { writer?: AlbLogWriter } = {}, more: Options = {}) {
  return deploy({
    providers: [new SimulatedAws()],
    program: () => {
      const { bucketName, arn, domainName } = new LogBucket("alb-access-logs", {
        writer: { kind: "alb" },
        region,
        naming,
        ...args,
      });
      return { bucketName, arn, domainName };
    },
    ...more,
  });
}

function deployCloudFront(args: Partial<LogBucketSettingsArgs> = {}, more: Options = {}) {
  return deploy({
    providers: [new SimulatedAws()],
    program: () => {
      const key = new EncryptionKey("data", {
        region,
        naming,
        consumers: { logDelivery: { bucketNames: ["infra-dev-cloudfront-logs"] } },
      });
      const logs = new LogBucket("cloudfront-logs", {
        writer: { kind: "cloudfront", kmsKeyArn: key.arn },
        region,
        naming,
        ...args,
      });
      return { keyArn: key.arn, domainName: logs.domainName };
    },
    ...more,
  });
}

type Run = Awaited<ReturnType<typeof deployAlb>>;

const nameOf = (urn: string) => urn.slice(urn.lastIndexOf("::") + 2);
/** Logical names of the S3 resources, in the order in which they were created. */
const created = (run: Run) => {
  return run.steps.filter(({ op, type }) => op === "create" && type.startsWith("aws:s3/")).map(({ name }) => name);
};
const inputsOf = (run: Run, type: string) => run.resource(`aws:s3/${type}`).inputs;

describe("LogBucket for load balancers", () => {
  it("creates a bucket and seven configurations, each after the one before, all children of the component", async () => {
    const run = await deployAlb();
    expect(created(run)).toEqual([
      "alb-access-logs-bucket",
      "alb-access-logs-public-access-block",
      "alb-access-logs-ownership-controls",
      "alb-access-logs-encryption",
      "alb-access-logs-policy",
      "alb-access-logs-versioning",
      "alb-access-logs-lifecycle",
      "alb-access-logs-notification",
    ]);
    const { urn } = run.resource("org:data:LogBucket", "alb-access-logs");
    expect(run.resources.filter(({ parent }) => parent === urn)).toHaveLength(8);
  });

  it("declares the order, so that no two calls configure the bucket at a time", async () => {
    const run = await deployAlb();
    const order = created(run);
    const predecessors = run.resources
      .filter(({ type }) => type.startsWith("aws:s3/") && type !== "aws:s3/bucket:Bucket")
      .map(({ urn, dependencies }) => [nameOf(urn), dependencies.map(nameOf).sort()]);
    const expected = order.slice(1).map((name, index) => [name, [...new Set([order[0], order[index]])].sort()]);
    expect(predecessors).toEqual(expected);
  });

  it("names the bucket after environment and component, and keeps it while it holds logs", async () => {
    expect(inputsOf(await deployAlb(), "bucket:Bucket")).toMatchObject({
      bucket: "infra-dev-alb-access-logs",
      forceDestroy: false,
      region,
      tags: { Name: "infra-dev-alb-access-logs", Project: "infra", Environment: "dev", ManagedBy: "pulumi" },
    });
  });

  it("is closed to the public, owns every object without ACLs, and encrypts as load balancers need it", async () => {
    const run = await deployAlb();
    expect(inputsOf(run, "bucketPublicAccessBlock:BucketPublicAccessBlock")).toMatchObject({
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    expect(inputsOf(run, "bucketOwnershipControls:BucketOwnershipControls").rule).toMatchObject({
      objectOwnership: "BucketOwnerEnforced",
    });
    expect(run.resourcesOf("aws:s3/bucketAcl:BucketAcl")).toEqual([]);
    expect(
      inputsOf(run, "bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration").rules,
    ).toMatchObject([{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }]);
  });

  it("lets the load balancers of the account write, and nobody without TLS 1.2", async () => {
    const policy = JSON.parse(String(inputsOf(await deployAlb(), "bucketPolicy:BucketPolicy").policy));
    const bucket = { bucketName: "infra-dev-alb-access-logs", region, accountId: "123456789012" };
    expect(policy).toEqual(logBucketPolicy(bucket, [{ kind: "alb" }]));
    expect(policy.Statement).toHaveLength(3);
  });

  it("lets the load balancers of another account write under a prefix", async () => {
    const writer = { kind: "alb", prefix: "web", accountId: "210987654321" } as const;
    const policy = JSON.parse(String(inputsOf(await deployAlb({ writer }), "bucketPolicy:BucketPolicy").policy));
    expect(policy.Statement[2].Resource).toBe("arn:aws:s3:::infra-dev-alb-access-logs/web/AWSLogs/210987654321/*");
  });

  it("keeps versions, archives and expires logs, and tells EventBridge about each", async () => {
    const run = await deployAlb({ retention: { expireAfterDays: 400 } });
    expect(inputsOf(run, "bucketVersioning:BucketVersioning").versioningConfiguration).toMatchObject({
      status: "Enabled",
    });
    expect(inputsOf(run, "bucketLifecycleConfiguration:BucketLifecycleConfiguration")).toMatchObject({
      transitionDefaultMinimumObjectSize: "all_storage_classes_128K",
      rules: [
        {
          id: "archive-and-expire",
          status: "Enabled",
          filter: {},
          transitions: [
            { days: 30, storageClass: "STANDARD_IA" },
            { days: 60, storageClass: "GLACIER" },
          ],
          expiration: { days: 400 },
          noncurrentVersionExpiration: { noncurrentDays: 30 },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
        },
      ],
    });
    expect(inputsOf(run, "bucketNotification:BucketNotification").eventbridge).toBe(true);
  });

  it("takes other days for each step of a log's life, and tags", async () => {
    const retention = { infrequentAccessAfterDays: 45, glacierAfterDays: 90, expireAfterDays: 400, noncurrentDays: 7 };
    const run = await deployAlb({ retention, tags: { Team: "shop" } });
    expect(inputsOf(run, "bucket:Bucket").tags).toMatchObject({ Name: "infra-dev-alb-access-logs", Team: "shop" });
    expect(inputsOf(run, "bucketLifecycleConfiguration:BucketLifecycleConfiguration").rules).toMatchObject([
      {
        transitions: [{ days: 45 }, { days: 90 }],
        expiration: { days: 400 },
        noncurrentVersionExpiration: { noncurrentDays: 7 },
      },
    ]);
  });

  it("makes a writer that depends on what is ready wait for all of it", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const logs = new LogBucket("alb-access-logs", { writer: { kind: "alb" }, region, naming });
        new Topic("writer", { name: "writer" }, { dependsOn: [...logs.ready] });
        return { region: logs.region, writerKind: logs.writerKind };
      },
    });
    const writer = run.resource("aws:sns/topic:Topic", "writer");
    expect(writer.dependencies.map(nameOf).sort()).toEqual(created(run).sort());
    expect(writer.dependencies).toHaveLength(8);
    expect(run.outputs).toEqual({ region: "us-east-1", writerKind: "alb" });
  });

  it("registers its outputs", async () => {
    const run = await deployAlb();
    const expected = {
      bucketName: "infra-dev-alb-access-logs",
      arn: "arn:aws:s3:::infra-dev-alb-access-logs",
      domainName: "infra-dev-alb-access-logs.s3.amazonaws.com",
    };
    expect(run.resource("org:data:LogBucket").outputs).toEqual(expected);
    expect(run.outputs).toEqual(expected);
  });

  it("changes nothing the second time", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployAlb({}, { providers });
    const second = await deployAlb({}, { providers, state: first.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });
});

describe("LogBucket for CloudFront", () => {
  it("creates the ACL too, after the ownership that allows it", async () => {
    expect(created(await deployCloudFront())).toEqual([
      "cloudfront-logs-bucket",
      "cloudfront-logs-public-access-block",
      "cloudfront-logs-ownership-controls",
      "cloudfront-logs-acl",
      "cloudfront-logs-encryption",
      "cloudfront-logs-policy",
      "cloudfront-logs-versioning",
      "cloudfront-logs-lifecycle",
      "cloudfront-logs-notification",
    ]);
  });

  it("leaves ACLs usable and grants full control to exactly the owner and log delivery", async () => {
    const run = await deployCloudFront();
    expect(inputsOf(run, "bucketPublicAccessBlock:BucketPublicAccessBlock")).toMatchObject({
      blockPublicAcls: false,
      blockPublicPolicy: true,
      ignorePublicAcls: false,
      restrictPublicBuckets: true,
    });
    expect(inputsOf(run, "bucketOwnershipControls:BucketOwnershipControls").rule).toMatchObject({
      objectOwnership: "BucketOwnerPreferred",
    });
    const { accessControlPolicy } = inputsOf(run, "bucketAcl:BucketAcl");
    const owner = (accessControlPolicy as { owner: { id: string } }).owner.id;
    expect(owner).toMatch(/^[0-9a-f]{64}$/);
    expect(accessControlPolicy).toMatchObject({
      grants: [
        { grantee: { type: "CanonicalUser", id: owner }, permission: "FULL_CONTROL" },
        {
          grantee: {
            type: "CanonicalUser",
            id: "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0",
          },
          permission: "FULL_CONTROL",
        },
      ],
    });
  });

  it("encrypts with the customer's key, and asks KMS once per bucket key", async () => {
    const run = await deployCloudFront();
    expect(
      inputsOf(run, "bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration").rules,
    ).toMatchObject([
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: run.outputs.keyArn },
        bucketKeyEnabled: true,
      },
    ]);
  });

  it("only denies in its policy: CloudFront writes by the ACL", async () => {
    const policy = JSON.parse(String(inputsOf(await deployCloudFront(), "bucketPolicy:BucketPolicy").policy));
    expect(policy).toEqual(logBucketPolicy({ bucketName: "infra-dev-cloudfront-logs", region, accountId: "123456789012" }, []));
  });

  it("is deleted with its logs in the ephemeral profile", async () => {
    const run = await deployCloudFront({ profile: "ephemeral" });
    expect(inputsOf(run, "bucket:Bucket").forceDestroy).toBe(true);
  });

  it("changes nothing the second time", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployCloudFront({}, { providers });
    const second = await deployCloudFront({}, { providers, state: first.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });
});
