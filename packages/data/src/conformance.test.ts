import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance, type ConformanceReport, type Exception } from "@org/conformance";
import { deploy } from "@org/offline-engine";
import { BackupPlan } from "./backup-plan";
import { EncryptionKey, type EncryptionKeyArgs } from "./encryption-key";
import { GeneratedSecret } from "./generated-secret";
import type { KeyConsumers } from "./key-policy";
import { LogBucket } from "./log-bucket";
import type { LogWriter } from "./log-writer";
import type { Profile } from "./profile";
import { ReplicaKey } from "./replica-key";
import { Secret } from "./secret";
import { Table, type TableArgs } from "./table";

const region = "us-east-1";
const replicaRegion = "eu-west-1";

async function judge(program: () => void, exceptions: readonly Exception[]): Promise<ConformanceReport> {
  const options = { providers: [new SimulatedAws()], config: { "aws:region": region }, program };
  const preview = await deploy({ ...options, preview: true });
  return checkConformance(await deploy(options), { preview, exceptions });
}

/** Meets every control but those of the exceptions, of which each is needed; `recorded` are those that the stack has, too. */
async function expectExceptions(program: () => void, recorded: readonly string[], exceptions: readonly Exception[]): Promise<void> {
  const { failures, verdicts, unusedExceptions } = await judge(program, exceptions);
  expect(failures).toEqual([]);
  expect(verdicts.find(({ control }) => control === "structure:seen-in-preview")?.outcome).toBe("pass");
  const excepted = verdicts.filter(({ excepted: by }) => by.length > 0).map(({ control }) => control);
  expect(excepted.sort()).toEqual([...recorded, ...exceptions.flatMap(({ controls }) => controls)].sort());
  expect(exceptions.filter((exception) => unusedExceptions.includes(exception))).toEqual([]);
}

const profiles: readonly Profile[] = ["production", "ephemeral"];

const keyOf = (profile: Profile, args: Partial<EncryptionKeyArgs> = {}) => new EncryptionKey("data", { region, profile, ...args });

const rotation = { lambdaArn: "arn:aws:lambda:us-east-1:123456789012:function:rotate", days: 90 };

/** A key that encrypts something which needs no exception. */
function keyInUse(profile: Profile, args: Partial<EncryptionKeyArgs> = {}): EncryptionKey {
  const key = keyOf(profile, args);
  new GeneratedSecret("app", { kmsKeyArn: key.arn, rotation, profile });
  return key;
}

const everyService: KeyConsumers = {
  cloudWatchLogs: true,
  logDelivery: { bucketNames: ["test-dev-logs"] },
  alarmTopics: true,
  eventBridge: true,
  autoScaling: true,
};

const multiRegion: Exception = {
  controls: ["prowler:kms_cmk_not_multi_region"],
  resources: /^(data|replica)-key$/,
  reason: "what has replicas needs its key in their Regions; a key of its own in each Region is the other way",
};

describe.each(profiles)("a key of the profile %s", (profile) => {
  it("that every service may use meets every control", async () => {
    await expectExceptions(() => void keyInUse(profile, { consumers: everyService }), [], []);
  });

  it("with a replica is in more than one Region, on purpose", async () => {
    const program = () => {
      const primary = keyInUse(profile, { multiRegion: true });
      new ReplicaKey("replica", { primary, region: replicaRegion, profile, consumers: everyService });
    };
    await expectExceptions(program, [], [multiRegion]);
  });
});

const id = { name: "id", type: "S" } as const;
const units = { min: 5, max: 50 };
const autoscaled = { mode: "autoscaled", read: units, write: units } as const;
const readers = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "dynamodb:GetItem", Resource: "*" };

const tables: Readonly<Record<string, { readonly args?: Partial<TableArgs>; readonly exceptions?: readonly Exception[] }>> = {
  "its defaults": {},
  "autoscaled units, its indexes, too": {
    args: { capacity: autoscaled, globalIndexes: { byCustomer: { hashKey: { name: "customer", type: "S" } } } },
  },
  "provisioned units": {
    args: { capacity: { mode: "provisioned", read: 5, write: 5 } },
    exceptions: [{ controls: ["FSBP:DynamoDB.1"], resources: /^orders-table$/, reason: "whoever says so knows an even load" }],
  },
  "a policy, a stream, expiry and a shorter recovery": {
    args: {
      resourcePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [readers] }),
      stream: "NEW_IMAGE",
      ttlAttribute: "expires",
      recoveryPeriodInDays: 7,
    },
  },
};

/** The ids of backups are drawn by AWS. */
const ofBackups = ["AwsSolutions-IAM5"];
const toBeDestroyed: Exception = { controls: ["FSBP:DynamoDB.6"], resources: /-table$/, reason: "it is there to be destroyed" };

describe.each<[Profile, readonly Exception[]]>([
  ["production", []],
  ["ephemeral", [toBeDestroyed]],
])("a table of the profile %s and its backups", (profile, ofProfile) => {
  const store = (key: EncryptionKey, args: Partial<TableArgs> = {}) => {
    const kmsKeyArn = key.arn;
    const orders = new Table("orders", { hashKey: id, capacity: { mode: "on-demand" }, kmsKeyArn, profile, ...args });
    new BackupPlan("backups", { resources: [orders], kmsKeyArn, profile, coldStorageAfterDays: 30, deleteAfterDays: 365 });
  };

  it.each(Object.entries(tables))("with %s, meet every control or have an exception", async (_, { args, exceptions = [] }) => {
    await expectExceptions(() => store(keyOf(profile), args), ofBackups, [...ofProfile, ...exceptions]);
  });

  it("with a replica, do so there as well", async () => {
    const program = () => {
      const primary = keyOf(profile, { multiRegion: true });
      const { arn } = new ReplicaKey("replica", { primary, region: replicaRegion, profile });
      store(primary, { replicas: { [replicaRegion]: { kmsKeyArn: arn } } });
    };
    await expectExceptions(program, ofBackups, [...ofProfile, multiRegion]);
  });

  it.each([
    [true, []],
    [false, [toBeDestroyed]],
  ])("with deletionProtection: %s, do as it says, not as the profile", async (deletionProtection, exceptions) => {
    await expectExceptions(() => store(keyOf(profile), { deletionProtection }), ofBackups, exceptions);
  });
});

describe.each(profiles)("secrets of the profile %s", (profile) => {
  it.each([
    ["have exceptions without rotation", {}, ["FSBP:SecretsManager.1", "FSBP:SecretsManager.4"]],
    ["meet every control with rotation", { rotation }, []],
  ])("%s", async (_, args, recorded) => {
    const program = () => {
      const { arn } = keyOf(profile);
      new GeneratedSecret("generated", { kmsKeyArn: arn, profile, ...args });
      new Secret("given", { kmsKeyArn: arn, value: "correct horse battery staple", version: 1, profile, ...args });
    };
    await expectExceptions(program, recorded, []);
  });
});

const ofLogs = ["SecHub:S3.15", "SecHub:S3.20", "SecHub:S3.7"];
const ofAcls = ["CKV_AWS_53", "CKV_AWS_55", "FSBP:S3.12", "FSBP:S3.8"];
const withoutKey = (reason: string): Exception => ({ controls: ["SecHub:S3.17"], resources: /-bucket$/, reason });
const unlessAsked = withoutKey("SSE-S3 costs nothing; `kmsKeyArn` of the writer brings a key");

interface Logged {
  readonly writers: (kmsKeyArn: EncryptionKey["arn"]) => readonly LogWriter[];
  readonly recorded?: readonly string[];
  readonly exceptions?: readonly Exception[];
}

const logs: Readonly<Record<string, Logged>> = {
  "alb-logs": { writers: () => [{ kind: "alb" }], recorded: ["SecHub:S3.17"] },
  "cloudfront-logs": { writers: (kmsKeyArn) => [{ kind: "cloudfront", kmsKeyArn }], recorded: ofAcls },
  "blocked-cloudfront-logs": {
    writers: (kmsKeyArn) => [{ kind: "cloudfront", kmsKeyArn, blockPublicAcls: true }],
    recorded: ["FSBP:S3.12"],
  },
  "cloudfront-v2-logs": { writers: (kmsKeyArn) => [{ kind: "cloudfront-v2", kmsKeyArn }] },
  "waf-logs": { writers: (kmsKeyArn) => [{ kind: "waf", kmsKeyArn, prefix: "edge" }] },
  "flow-logs": { writers: (kmsKeyArn) => [{ kind: "flow-logs", kmsKeyArn }] },
  "plain-waf-logs": { writers: () => [{ kind: "waf", scope: "regional" }], exceptions: [unlessAsked] },
  "s3-logs": {
    writers: () => [{ kind: "s3-server" }],
    exceptions: [withoutKey("S3 writes server access logs into buckets with SSE-S3 only")],
  },
  "merged-logs": {
    writers: (kmsKeyArn) => [
      { kind: "flow-logs", kmsKeyArn, prefix: "vpc" },
      { kind: "cloudfront-v2", kmsKeyArn },
    ],
  },
  "plain-merged-logs": {
    writers: () => [{ kind: "flow-logs" }, { kind: "alb", prefix: "alb" }],
    exceptions: [withoutKey("a load balancer is among those that write, and takes SSE-S3 only")],
  },
};

describe.each(profiles)("a log bucket of the profile %s", (profile) => {
  it.each(Object.entries(logs))("called %s meets every control or has an exception", async (name, logged) => {
    const { writers, recorded = [], exceptions = [] } = logged;
    const bucketNames = [`test-dev-${name}`, `aws-waf-logs-test-dev-${name}`];
    const program = () => {
      const { arn } = keyInUse(profile, { consumers: { logDelivery: { bucketNames } } });
      new LogBucket(name, { region, writers: writers(arn), profile });
    };
    await expectExceptions(program, [...ofLogs, "FSBP:S3.9", ...recorded], exceptions);
  });
});

describe("log buckets whose requests are logged", () => {
  it("have one exception for it, the bucket that holds these logs", async () => {
    const program = () => {
      const accessLogs = new LogBucket("s3-logs", { region, writer: { kind: "s3-server" } });
      new LogBucket("alb-logs", { region, writer: { kind: "alb" }, accessLogs });
    };
    const itself: Exception = { controls: ["FSBP:S3.9"], resources: /^s3-logs-bucket$/, reason: "it would log its own logs" };
    const sseS3 = withoutKey("both writers take SSE-S3 only");
    await expectExceptions(program, ofLogs, [itself, sseS3]);
  });
});
