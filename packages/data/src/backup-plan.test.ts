import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance } from "@org/conformance";
import { Naming } from "@org/infra-naming";
import { deploy } from "@org/offline-engine";
import { BackupPlan, type BackupPlanArgs } from "./backup-plan";
import { EncryptionKey } from "./encryption-key";
import { Table } from "./table";

const naming = new Naming({ project: "infra", environment: "dev" });
const region = "us-east-1";
const VAULT = "aws:backup/vault:Vault";
const PLAN = "aws:backup/plan:Plan";
const SELECTION = "aws:backup/selection:Selection";
const tags = { Name: "infra-dev-tables", Project: "infra", Environment: "dev", ManagedBy: "pulumi", Team: "shop" };

type Options = Partial<Parameters<typeof deploy>[0]>;

/** Two tables under one key, and a plan for them whose vault has another key. */
function deployPlan(args: Partial<BackupPlanArgs> = {}, more: Options = {}) {
  return deploy({
    providers: [new SimulatedAws()],
    program: () => {
      const key = new EncryptionKey("data", { region, naming, profile: args.profile });
      const vaultKey = new EncryptionKey("backups", { region, naming, profile: args.profile });
      const table = (name: string) =>
        new Table(name, {
          hashKey: { name: "id", type: "S" },
          capacity: { mode: "on-demand" },
          kmsKeyArn: key.arn,
          naming,
          profile: args.profile,
        });
      const [orders, users] = [table("orders"), table("users")];
      const plan = new BackupPlan("tables", {
        resources: [orders, users],
        kmsKeyArn: vaultKey.arn,
        naming,
        tags: { Team: "shop" },
        ...args,
      });
      return {
        keyArn: key.arn,
        vaultKeyArn: vaultKey.arn,
        orders: orders.arn,
        users: users.arn,
        vaultName: plan.vaultName,
        vaultArn: plan.vaultArn,
      };
    },
    ...more,
  });
}

type Run = Awaited<ReturnType<typeof deployPlan>>;

const changes = (run: Run) =>
  run.steps.filter(({ op, type }) => op !== "same" && type.startsWith("aws:")).map(({ op, name }) => `${op} ${name}`);

const statementsOf = (run: Run) => JSON.parse(String(run.resource("aws:iam/policy:Policy").inputs.policy)).Statement;

describe("a BackupPlan", () => {
  it("backs up exactly what it is given, by schedule, into a vault under the customer's key", async () => {
    const run = await deployPlan();
    const { orders, users, vaultKeyArn } = run.outputs;
    expect(run.resource(VAULT, "tables-vault").inputs).toEqual(
      expect.objectContaining({ name: "infra-dev-tables", kmsKeyArn: vaultKeyArn, forceDestroy: false, tags }),
    );
    expect(run.resource(PLAN, "tables-plan").inputs).toMatchObject({
      name: "infra-dev-tables",
      rules: [
        {
          ruleName: "scheduled",
          schedule: "cron(0 5 * * ? *)",
          startWindow: 60,
          completionWindow: 1440,
          lifecycle: { deleteAfter: 35 },
          targetVaultName: "infra-dev-tables",
          recoveryPointTags: tags,
        },
      ],
      tags,
    });
    expect(run.resource(SELECTION, "tables-selection").inputs).toMatchObject({
      name: "infra-dev-tables",
      planId: run.resource(PLAN).id,
      iamRoleArn: run.resource("aws:iam/role:Role").outputs.arn,
      resources: [orders, users],
    });
    expect(run.outputs).toMatchObject({
      vaultName: "infra-dev-tables",
      vaultArn: "arn:aws:backup:us-east-1:123456789012:backup-vault:infra-dev-tables",
    });
  });

  it("lets AWS Backup take its role for this account alone", async () => {
    const { inputs } = (await deployPlan()).resource("aws:iam/role:Role", "tables-role");
    expect(inputs.name).toBe("infra-dev-tables");
    expect(JSON.parse(String(inputs.assumeRolePolicy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AwsBackup",
          Effect: "Allow",
          Action: "sts:AssumeRole",
          Principal: { Service: "backup.amazonaws.com" },
          Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
        },
      ],
    });
  });

  it("lets the role back up these tables into this vault and nothing else, one statement for what they share", async () => {
    const run = await deployPlan();
    const { keyArn, orders, users, vaultArn, vaultKeyArn } = run.outputs;
    const ofService = { Bool: { "kms:GrantIsForAWSResource": "true" } };
    expect(statementsOf(run)).toEqual([
      { Sid: "FindResources", Effect: "Allow", Action: ["tag:GetResources"], Resource: ["*"] },
      { Sid: "WriteIntoVault", Effect: "Allow", Action: ["backup:CopyIntoBackupVault", "backup:DescribeBackupVault"], Resource: [vaultArn] },
      {
        Sid: "TagRecoveryPoints",
        Effect: "Allow",
        Action: ["backup:TagResource"],
        Resource: ["arn:aws:backup:us-east-1:123456789012:recovery-point:*"],
      },
      { Sid: "DescribeKeys", Effect: "Allow", Action: ["kms:DescribeKey"], Resource: [vaultKeyArn, keyArn] },
      { Sid: "LendKeys", Effect: "Allow", Action: ["kms:CreateGrant"], Resource: [vaultKeyArn, keyArn], Condition: ofService },
      {
        Sid: "UseVaultKey",
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: [vaultKeyArn],
        Condition: { StringLike: { "kms:ViaService": "*" } },
      },
      {
        Sid: "BackUpTables",
        Effect: "Allow",
        Action: ["dynamodb:CreateBackup", "dynamodb:DescribeTable", "dynamodb:ListTagsOfResource", "dynamodb:StartAwsBackupJob"],
        Resource: [orders, users],
      },
      {
        Sid: "KeepTableBackups",
        Effect: "Allow",
        Action: ["dynamodb:DeleteBackup", "dynamodb:DescribeBackup"],
        Resource: [`${orders}/backup/*`, `${users}/backup/*`],
      },
      {
        Sid: "ReadEncryptedTables",
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: [keyArn],
        Condition: { StringLike: { "kms:ViaService": "dynamodb.*" } },
      },
    ]);
    const attachment = run.resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "tables-policy-attachment");
    expect(attachment.inputs).toEqual(expect.objectContaining({ role: "infra-dev-tables", policyArn: run.resource("aws:iam/policy:Policy").outputs.arn }));
  });

  it("selects when the role has its policy, because AWS Backup tries it", async () => {
    const order = changes(await deployPlan());
    expect(order.indexOf("create tables-selection")).toBeGreaterThan(order.indexOf("create tables-policy-attachment"));
  });

  it("backs up other resources with the grants that they bring", async () => {
    const arn = "arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-0123456789abcdef0";
    const backupGrant = () => [{ sid: "BackUpFiles", actions: ["elasticfilesystem:Backup"], resources: [arn], resourceSuffixes: [""] }];
    const run = await deployPlan({ resources: [{ arn, backupGrant }] });
    expect(run.resource(SELECTION).inputs.resources).toEqual([arn]);
    expect(statementsOf(run).map(({ Sid }: { Sid: string }) => Sid)).toEqual([
      "FindResources",
      "WriteIntoVault",
      "TagRecoveryPoints",
      "DescribeKeys",
      "LendKeys",
      "UseVaultKey",
      "BackUpFiles",
    ]);
  });

  it("takes another time, other days and another Region", async () => {
    const other = { schedule: "cron(0 1 * * ? *)", deleteAfterDays: 365, coldStorageAfterDays: 60, region: "eu-west-1" };
    const arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/orders";
    const kmsKeyArn = "arn:aws:kms:eu-west-1:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const run = await deployPlan({ ...other, kmsKeyArn, resources: [{ arn, backupGrant: () => [] }] });
    expect(run.resource(PLAN).inputs.rules).toMatchObject([
      { schedule: "cron(0 1 * * ? *)", lifecycle: { deleteAfter: 365, coldStorageAfter: 60 } },
    ]);
    expect([VAULT, PLAN, SELECTION].map((type) => run.resource(type).inputs.region)).toEqual(["eu-west-1", "eu-west-1", "eu-west-1"]);
    expect(run.outputs.vaultArn).toBe("arn:aws:backup:eu-west-1:123456789012:backup-vault:infra-dev-tables");
  });

  it("registers nothing when an argument or a tag is wrong", async () => {
    for (const args of [{ deleteAfterDays: 0 }, { tags: { "aws:mine": "x" } }]) {
      const run = await deployPlan(args, { expectFailure: true });
      expect(run.resourcesOf("org:data:BackupPlan")).toEqual([]);
    }
  });

  it("is what Security Hub's DynamoDB.4 asks for", async () => {
    const { verdicts } = checkConformance(await deployPlan());
    const outcomes = verdicts.filter(({ control }) => control === "SecHub:DynamoDB.4").map(({ outcome }) => outcome);
    expect(outcomes).toEqual(["pass"]);
  });
});

describe("a BackupPlan that changes", () => {
  it("replaces its selection alone when a resource goes, the old one first, and keeps vault and plan", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployPlan({}, { providers });
    const arn = String(first.outputs.orders);
    const second = await deployPlan({ resources: [{ arn, backupGrant: () => [] }] }, { providers, state: first.state });
    expect(changes(second)).toEqual([
      "update tables-policy",
      "delete-replaced tables-selection",
      "replace tables-selection",
      "create-replacement tables-selection",
    ]);
    expect(second.resource(SELECTION).inputs.resources).toEqual([arn]);
  });

  it("replaces an ephemeral vault for another key, although its name stays", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployPlan({ profile: "ephemeral" }, { providers });
    const kmsKeyArn = String(first.outputs.keyArn);
    const second = await deployPlan({ profile: "ephemeral", kmsKeyArn }, { providers, state: first.state });
    expect(changes(second)).toEqual(expect.arrayContaining(["delete-replaced tables-vault", "create-replacement tables-vault"]));
    expect(second.resource(VAULT).inputs).toMatchObject({ name: "infra-dev-tables", kmsKeyArn });
  });
});

describe("the vault of a BackupPlan", () => {
  it("is kept in production", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployPlan({}, { providers });
    expect([first.resource(VAULT).protect, first.resource(VAULT).inputs.forceDestroy]).toEqual([true, false]);
    const gone = await deploy({ providers, program: () => undefined, state: first.state, expectFailure: true });
    expect(gone.resourcesOf(VAULT).map(({ id }) => id)).toEqual(["infra-dev-tables"]);
  });

  it("goes with its backups in an ephemeral stack, which can be created, destroyed and created again", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployPlan({ profile: "ephemeral" }, { providers });
    expect([first.resource(VAULT).protect, first.resource(VAULT).inputs.forceDestroy]).toEqual([undefined, true]);
    const gone = await deploy({ providers, program: () => undefined, state: first.state });
    expect(gone.resources.filter(({ type }) => type.startsWith("aws:"))).toEqual([]);
    const again = await deployPlan({ profile: "ephemeral" }, { providers, state: gone.state });
    expect(again.resource(VAULT).id).toBe("infra-dev-tables");
  });
});
