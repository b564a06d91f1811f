import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy } from "@org/offline-engine";
import { Provider } from "@pulumi/aws";
import { BackupPlan, EncryptionKey, GeneratedSecret, LogBucket, ReplicaKey, Secret, Table } from "./index";

const naming = new Naming({ project: "infra", environment: "dev" });
const region = "eu-west-1";

describe("every component", () => {
  it("hands the provider that it is given to all its resources", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const opts = { provider: new Provider("regional", { region }) };
        const key = new EncryptionKey("data", { region, naming, multiRegion: true }, opts);
        new ReplicaKey("edge", { primary: key, region: "us-east-1", naming }, opts);
        const range = { min: 1, max: 2 };
        const capacity = { mode: "autoscaled", read: range, write: range } as const;
        const table = new Table("t", { hashKey: { name: "id", type: "S" }, capacity, kmsKeyArn: key.arn, naming }, opts);
        new BackupPlan("backups", { resources: [table], kmsKeyArn: key.arn, naming }, opts);
        new GeneratedSecret("s", { kmsKeyArn: key.arn, naming }, opts);
        new Secret("v", { kmsKeyArn: key.arn, value: "hunter2", version: 1, naming }, opts);
        new LogBucket("alb-access-logs", { writer: { kind: "alb" }, region, naming }, opts);
        return {};
      },
    });
    const provider = run.resource("pulumi:providers:aws", "regional");
    const children = run.resources.filter(({ type }) => type.startsWith("aws:"));
    expect(children).toHaveLength(2 + 2 + 5 + 6 + 3 + 3 + 8);
    expect(new Set(children.map((child) => child.provider))).toEqual(new Set([`${provider.urn}::${provider.id}`]));
    expect(run.resource("aws:dynamodb/table:Table").outputs.arn).toBe(
      "arn:aws:dynamodb:eu-west-1:123456789012:table/infra-dev-t",
    );
  });

  it("lives in the Region of its arguments, whatever the provider's is", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const opts = { provider: new Provider("regional", { region }) };
        new EncryptionKey("edge", { region: "us-east-1", naming, consumers: { cloudWatchLogs: true } }, opts);
        new LogBucket("cdn", { writer: { kind: "alb" }, region: "us-east-1", naming }, opts);
        return {};
      },
    });
    expect(run.resource("aws:kms/key:Key").outputs.arn).toMatch(/^arn:aws:kms:us-east-1:123456789012:key\//);
    const regions = run.resources.filter(({ type }) => type.startsWith("aws:")).map(({ inputs }) => inputs.region);
    expect(regions).toEqual(Array.from({ length: 2 + 8 }, () => "us-east-1"));
  });
});
