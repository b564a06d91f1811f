import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy } from "@org/offline-engine";
import { EncryptionKey } from "./encryption-key";
import { LogBucket } from "./log-bucket";
import { logBucketName } from "./log-bucket-settings";
import type { LogWriter } from "./log-writer";

const naming = new Naming({ project: "infra", environment: "dev" });
const region = "us-east-1";
const common = { region, naming };
const ENCRYPTION = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const LOGGING = "aws:s3/bucketLogging:BucketLogging";

const deployProgram = (program: () => Record<string, unknown>, more: Partial<Parameters<typeof deploy>[0]> = {}) =>
  deploy({ providers: [new SimulatedAws()], program, ...more });

describe("LogBucket", () => {
  it.each<[LogWriter, string, number]>([
    [{ kind: "flow-logs" }, "infra-dev-logs", 4],
    [{ kind: "cloudfront-v2" }, "infra-dev-logs", 4],
    [{ kind: "waf" }, "aws-waf-logs-infra-dev-logs", 4],
    [{ kind: "s3-server" }, "infra-dev-logs", 3],
  ])("of %j is named %s, has ACLs off and lets its writer write", async (writer, bucketName, statements) => {
    const run = await deployProgram(() => {
      const logs = new LogBucket("logs", { ...common, writer });
      return { bucketName: logs.bucketName, kind: logs.writerKind };
    });
    expect(run.outputs).toEqual({ bucketName, kind: writer.kind });
    expect(run.resourcesOf("aws:s3/bucketAcl:BucketAcl")).toEqual([]);
    expect(run.resource(ENCRYPTION).inputs.rules).toMatchObject([{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }]);
    const policy = JSON.parse(String(run.resource("aws:s3/bucketPolicy:BucketPolicy").inputs.policy));
    expect(policy.Statement).toHaveLength(statements);
  });

  it("of delivered logs is encrypted with the key that it is given, which knows the bucket by its name", async () => {
    const run = await deployProgram(() => {
      const bucketNames = [logBucketName(naming, "logs", ["waf"])];
      const key = new EncryptionKey("data", { ...common, consumers: { logDelivery: { bucketNames } } });
      new LogBucket("logs", { ...common, writer: { kind: "waf", kmsKeyArn: key.arn } });
      return { keyArn: key.arn };
    });
    expect(run.resource(ENCRYPTION).inputs.rules).toMatchObject([
      { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: run.outputs.keyArn }, bucketKeyEnabled: true },
    ]);
    expect(String(run.resource("aws:kms/key:Key").inputs.policy)).toContain("arn:aws:s3:::aws-waf-logs-infra-dev-logs/*");
  });

  it("of a web ACL that protects no distribution takes logs from its own Region", async () => {
    const sources: unknown[] = [];
    for (const scope of ["cloudfront", "regional"] as const) {
      const run = await deployProgram(() => {
        const logs = new LogBucket("logs", { ...common, region: "eu-west-1", writer: { kind: "waf", scope } });
        return { bucketName: logs.bucketName };
      });
      const policy = JSON.parse(String(run.resource("aws:s3/bucketPolicy:BucketPolicy").inputs.policy));
      sources.push(policy.Statement[2].Condition.ArnLike["aws:SourceArn"]);
    }
    expect(sources).toEqual(["arn:aws:logs:us-east-1:123456789012:*", "arn:aws:logs:eu-west-1:123456789012:*"]);
  });

  it("blocks public ACLs for CloudFront on request, and still grants to the owner and to log delivery", async () => {
    const run = await deployProgram(() => {
      const key = new EncryptionKey("data", common);
      new LogBucket("logs", { ...common, writer: { kind: "cloudfront", kmsKeyArn: key.arn, blockPublicAcls: true } });
      return {};
    });
    expect(run.resource("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock").inputs).toMatchObject({
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    // A public ACL grants something to AllUsers or AuthenticatedUsers; this one names two canonical users.
    const { grants } = run.resource("aws:s3/bucketAcl:BucketAcl").inputs.accessControlPolicy as { grants: unknown[] };
    expect(grants).toMatchObject([{ grantee: { type: "CanonicalUser" } }, { grantee: { type: "CanonicalUser" } }]);
  });
});

describe("LogBucket of several writers", () => {
  it("is one bucket with one policy, and a view of it for each writer", async () => {
    const run = await deployProgram(() => {
      const logs = new LogBucket("logs", { ...common, writers: [{ kind: "alb", prefix: "web" }, { kind: "waf" }] });
      const waf = logs.for("waf");
      return { kind: waf.writerKind, arn: waf.arn, same: waf.ready === logs.ready, alb: logs.for("alb").bucketName };
    });
    expect(run.outputs).toEqual({
      kind: "waf",
      arn: "arn:aws:s3:::aws-waf-logs-infra-dev-logs",
      same: true,
      alb: "aws-waf-logs-infra-dev-logs",
    });
    const policy = JSON.parse(String(run.resource("aws:s3/bucketPolicy:BucketPolicy").inputs.policy));
    expect(policy.Statement.map(({ Sid }: { Sid: string }) => Sid)).toEqual([
      "DenyInsecureTransport",
      "DenyOutdatedTls",
      "AllowCloudFrontWafLogAclCheck",
      "AllowCloudFrontWafLogDelivery",
      "AllowElbLogDelivery",
    ]);
  });

  it("registers nothing when they cannot share one, or a tag is wrong", async () => {
    const wrong: (() => LogBucket)[] = [
      () => new LogBucket("logs", { ...common, writers: [{ kind: "alb" }, { kind: "cloudfront", kmsKeyArn: "arn:aws:kms:k" }] }),
      () => new LogBucket("logs", { ...common, writers: [] }),
      () => new LogBucket("logs", { ...common, writer: { kind: "alb" }, tags: { "aws:mine": "x" } }),
    ];
    for (const create of wrong) {
      const run = await deployProgram(() => ({ name: create().bucketName }), { expectFailure: true });
      expect(run.resourcesOf("org:data:LogBucket")).toEqual([]);
    }
  });
});

describe("the access logs of a LogBucket", () => {
  const program = () => {
    const { writerKind, bucketName, ready } = new LogBucket("access-logs", { ...common, writer: { kind: "s3-server" } });
    const accessLogs = { writerKind, region, bucketName, ready };
    const logs = new LogBucket("alb-access-logs", { ...common, writer: { kind: "alb" }, accessLogs });
    return { last: logs.ready.at(-1) === logs.logging };
  };

  it("go into a folder of the bucket's own, in a bucket that has none itself", async () => {
    const run = await deployProgram(program);
    expect(run.resourcesOf(LOGGING)).toHaveLength(1);
    const logging = run.resource(LOGGING, "alb-access-logs-logging");
    expect(logging.inputs).toMatchObject({
      bucket: "infra-dev-alb-access-logs",
      region,
      targetBucket: "infra-dev-access-logs",
      targetPrefix: "s3-access-logs/infra-dev-alb-access-logs/",
    });
    expect(logging.dependencies).toContain(run.resource("aws:s3/bucketPolicy:BucketPolicy", "access-logs-policy").urn);
    expect(logging.dependencies).toContain(run.resource("aws:s3/bucketNotification:BucketNotification", "alb-access-logs-notification").urn);
    expect(run.outputs).toEqual({ last: true });
  });

  it("change nothing the second time", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployProgram(program, { providers });
    const second = await deployProgram(program, { providers, state: first.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });
});
