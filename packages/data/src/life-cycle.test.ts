import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, UNKNOWN } from "@org/offline-engine";
import { BackupPlan, EncryptionKey, GeneratedSecret, LogBucket, type Profile, ReplicaKey, Secret, Table } from "./index";

const naming = new Naming({ project: "infra", environment: "dev" });
const region = "us-east-1";

function everything(profile: Profile) {
  const setting = { naming, profile };
  const bucketNames = [naming.physicalName("aws:s3/bucket:Bucket", "cloudfront-logs")];
  const key = new EncryptionKey("data", { ...setting, region, multiRegion: true, consumers: { logDelivery: { bucketNames } } });
  new ReplicaKey("data-eu", { ...setting, primary: key, region: "eu-west-1" });
  const table = new Table("t", {
    ...setting,
    hashKey: { name: "id", type: "S" },
    capacity: { mode: "autoscaled", read: { min: 1, max: 5 }, write: { min: 1, max: 5 } },
    kmsKeyArn: key.arn,
  });
  new BackupPlan("backups", { ...setting, resources: [table], kmsKeyArn: key.arn });
  new GeneratedSecret("s", { ...setting, kmsKeyArn: key.arn });
  new Secret("v", { ...setting, kmsKeyArn: key.arn, value: "hunter2", version: 1 });
  const accessLogs = new LogBucket("access-logs", { ...setting, region, writer: { kind: "s3-server" } });
  new LogBucket("alb-access-logs", { ...setting, region, accessLogs, writer: { kind: "alb" } });
  new LogBucket("cloudfront-logs", { ...setting, region, writer: { kind: "cloudfront", kmsKeyArn: key.arn } });
}
const nothing = () => undefined;
const AWS_RESOURCES = 2 + 2 + 5 + 6 + 3 + 3 + 8 + 9 + 9;

describe("the ephemeral profile", () => {
  it("can be created, destroyed and created again under the same names", async () => {
    const providers = [new SimulatedAws()];
    const program = () => everything("ephemeral");
    const first = await deploy({ providers, program });
    const gone = await deploy({ providers, program: nothing, state: first.state });
    const second = await deploy({ providers, program, state: gone.state });

    expect(gone.resources.filter(({ type }) => type.startsWith("aws:"))).toEqual([]);
    const created = second.steps.filter(({ op, type }) => op === "create" && type.startsWith("aws:"));
    expect(created).toHaveLength(AWS_RESOURCES);
  });

  it("takes configurations away before the bucket that they are for, in the reverse order", async () => {
    const providers = [new SimulatedAws()];
    const first = await deploy({ providers, program: () => everything("ephemeral") });
    const gone = await deploy({ providers, program: nothing, state: first.state });
    const ofBucket = (op: string) => (step: { op: string; name: string }) =>
      step.op === op && step.name.startsWith("cloudfront-logs-");
    const created = first.steps.filter(ofBucket("create")).map(({ name }) => name);
    expect(created).toHaveLength(9);
    expect(gone.steps.filter(ofBucket("delete")).map(({ name }) => name)).toEqual(created.reverse());
  });
});

describe("a preview", () => {
  it("shows every resource, and the whole text of every policy but that of AWS Backup, which names what is not there yet", async () => {
    const providers = [new SimulatedAws()];
    const run = await deploy({ providers, program: () => everything("production"), preview: true });
    expect(run.steps.filter(({ op, type }) => op === "create" && type.startsWith("aws:"))).toHaveLength(AWS_RESOURCES);
    const policies = run.resources.map(({ inputs }) => inputs.policy).filter((policy) => policy !== undefined && policy !== UNKNOWN);
    expect(policies.map((policy) => JSON.parse(String(policy)).Statement.length).sort()).toEqual([1, 1, 1, 2, 2, 3, 3]);
  });
});

describe("the production profile", () => {
  it("refuses to delete the keys, the table and the vault", async () => {
    const providers = [new SimulatedAws()];
    const first = await deploy({ providers, program: () => everything("production") });
    const refused = await deploy({ providers, program: nothing, state: first.state, expectFailure: true });
    expect(refused.failed).toBe(true);
    const isProtected = refused.resources.filter(({ protect }) => protect === true).map(({ type }) => type);
    expect(isProtected.sort()).toEqual(["aws:backup/vault:Vault", "aws:dynamodb/table:Table", "aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey"]);
  });
});
