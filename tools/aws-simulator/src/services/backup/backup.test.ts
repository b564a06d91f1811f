import type { PropertyMap } from "@org/offline-engine";
import { testRules } from "../../rule-cases.fixture";
import { refusalOf, SimulatedAccount } from "../../simulated-account.fixture";
import type { Made } from "../../simulated-account.fixture";
import { backupResources } from "./resources";

const VAULT = "aws:backup/vault:Vault";
const PLAN = "aws:backup/plan:Plan";
const SELECTION = "aws:backup/selection:Selection";
const ROLE = "aws:iam/role:Role";
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const abroad = "arn:aws:iam::210987654321:role/backup";

const trust = (service: string, condition?: PropertyMap): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service }, ...(condition && { Condition: condition }) }],
  });

const rule = (values: PropertyMap = {}): PropertyMap => ({ ruleName: "daily", targetVaultName: "backups", schedule: "cron(0 5 * * ? *)", ...values });
const plan = (account: SimulatedAccount, values: PropertyMap = {}): Made => account.create(PLAN, "plan", { name: "daily", rules: [rule(values)] });

function select(account: SimulatedAccount, values: PropertyMap): Made {
  return account.create(SELECTION, "selection", { name: "tables", planId: plan(account).id, iamRoleArn: abroad, resources: [table], ...values });
}

function selectAs(account: SimulatedAccount, assumeRolePolicy: string): Made {
  const role = account.create(ROLE, "backup", { name: "backup", assumeRolePolicy });
  return select(account, { iamRoleArn: String(role.outputs["arn"]) });
}

testRules(
  [
    {
      rule: "backup/plan-vault-name",
      code: "InvalidParameterValueException",
      message: "Error in rule daily : Backup vault name Random Backups is not valid",
      remedy: "Give the `name` of a backup vault as targetVaultName: 2 to 50 letters, digits, _ and -.",
      bad: ({ account }) => plan(account, { targetVaultName: "Random Backups" }),
      good: ({ account }) => plan(account, { targetVaultName: "Random_Backups" }),
    },
    {
      rule: "backup/plan-delete-after",
      code: "InvalidParameterValueException",
      message: "Error in rule daily : Invalid lifecycle. DeleteAfterDays cannot be less than 1 or more than 36500 days",
      remedy: "Set deleteAfter to 1 to 36500 days, or leave it out to keep them for ever.",
      bad: ({ account }) => plan(account, { lifecycle: { deleteAfter: 36_501 } }),
      good: ({ account }) => plan(account, { lifecycle: { deleteAfter: 36_500 } }),
    },
    {
      rule: "backup/plan-cold-storage",
      code: "InvalidParameterValueException",
      message: "Error in rule daily : Invalid lifecycle. DeleteAfterDays cannot be less than 90 days apart from MoveToColdStorageAfterDays",
      remedy: "Set deleteAfter to coldStorageAfter + 90 days or more, or leave coldStorageAfter out.",
      bad: ({ account }) => plan(account, { lifecycle: { coldStorageAfter: 30, deleteAfter: 119 } }),
      good: ({ account }) => plan(account, { lifecycle: { coldStorageAfter: 30, deleteAfter: 120 } }),
    },
    {
      rule: "backup/plan-continuous-stays-warm",
      code: "InvalidParameterValueException",
      message: "Error in rule daily : Invalid lifecycle. MoveToColdStorageAfterDays is unavailable",
      remedy: "Leave coldStorageAfter out, or make a rule of its own for it without enableContinuousBackup.",
      bad: ({ account }) => plan(account, { enableContinuousBackup: true, lifecycle: { coldStorageAfter: 30 } }),
      good: ({ account }) => plan(account, { enableContinuousBackup: true, lifecycle: { deleteAfter: 30 } }),
    },
    {
      rule: "backup/plan-start-window",
      code: "InvalidParameterValueException",
      message: "Error in rule daily : Invalid backup window. StartWindowMinutes must be at least 60 minutes",
      remedy: "Set startWindow to 60 minutes or more.",
      bad: ({ account }) => plan(account, { startWindow: 59 }),
      good: ({ account }) => plan(account, { startWindow: 60 }),
    },
    {
      rule: "backup/selection-not-empty",
      code: "InvalidParameterValueException",
      message: "Invalid backup selection. Either 'ListOfTags' or 'Resources' section must be non-empty.",
      remedy: 'Set resources to ARNs, or to ["*"] for everything that the conditions let through.',
      bad: ({ account }) => select(account, { resources: [] }),
      good: ({ account }) => select(account, { resources: [], selectionTags: [{ type: "STRINGEQUALS", key: "Backup", value: "daily" }] }),
    },
    {
      rule: "backup/selection-role-can-be-assumed",
      code: "InvalidParameterValueException",
      message: "IAM Role arn:aws:iam::123456789012:role/backup cannot be assumed by AWS Backup",
      remedy: "Let backup.amazonaws.com assume the role; a condition on aws:SourceAccount has to name this account.",
      bad: ({ account }) => selectAs(account, trust("ec2.amazonaws.com")),
      good: ({ account }) => selectAs(account, trust("backup.amazonaws.com")),
    },
    {
      rule: "backup/selection-role-can-be-assumed",
      code: "InvalidParameterValueException",
      message: "IAM Role arn:aws:iam::123456789012:role/backup cannot be assumed by AWS Backup",
      remedy: "Let backup.amazonaws.com assume the role; a condition on aws:SourceAccount has to name this account.",
      bad: ({ account }) => selectAs(account, trust("backup.amazonaws.com", { StringEquals: { "aws:SourceAccount": "210987654321" } })),
      good: ({ account }) => selectAs(account, trust("backup.amazonaws.com", { StringEquals: { "aws:SourceAccount": "123456789012" } })),
    },
    {
      rule: "backup/selection-role-can-be-assumed",
      code: "InvalidParameterValueException",
      message: "IAM Role arn:aws:iam::123456789012:role/gone cannot be assumed by AWS Backup",
      remedy: "Let backup.amazonaws.com assume the role; a condition on aws:SourceAccount has to name this account.",
      bad: ({ account }) => select(account, { iamRoleArn: "arn:aws:iam::123456789012:role/gone" }),
      good: ({ account }) => select(account, { iamRoleArn: abroad }),
    },
    {
      rule: "backup/selection-plan-id-exists",
      code: "InvalidParameterValueException",
      message: "Cannot find Backup plan with ID 8f81f553-3a74-4a3f-b93d-b3360dc80c50",
      remedy: "Pass the id or ARN that the resource gives out (an output of aws:backup/plan:Plan), in the same region.",
      bad: ({ account }) => select(account, { planId: "8f81f553-3a74-4a3f-b93d-b3360dc80c50" }),
      good: ({ account }) => select(account, { planId: plan(account).id }),
    },
    {
      rule: "backup/vault-name-legal",
      code: "InvalidParameterValueException",
      message: "Backup vault name my.vault is not valid",
      remedy: "Use a name of at most 50 characters: 2 or more letters, digits, _ and -.",
      bad: ({ account }) => account.create(VAULT, "vault", { name: "my.vault" }),
      good: ({ account }) => account.create(VAULT, "vault", { name: "my_vault" }),
    },
    {
      rule: "backup/vault-name-free",
      code: "AlreadyExistsException",
      message: "Backup vault with the same name already exists",
      remedy: "Choose another name, or delete what has it. A replacement meets the old resource: let its name change with it, or set deleteBeforeReplace.",
      bad: ({ account }) => {
        account.create(VAULT, "vault", { name: "backups" });
        account.create(VAULT, "other", { name: "backups" });
      },
      good: ({ account }) => {
        account.create(VAULT, "vault", { name: "backups" });
        account.create(VAULT, "other", { name: "Backups" });
      },
    },
  ],
  backupResources,
);

describe("a backup vault", () => {
  it("is known by its name, is empty, and has AWS's own key where it is given none", () => {
    const { id, outputs } = new SimulatedAccount().create(VAULT, "vault", { name: "backups" });
    expect(id).toBe("backups");
    expect(outputs).toMatchObject({
      arn: "arn:aws:backup:us-east-1:123456789012:backup-vault:backups",
      forceDestroy: false,
      recoveryPoints: 0,
    });
    expect(outputs["kmsKeyArn"]).toMatch(/^arn:aws:kms:us-east-1:123456789012:key\/[0-9a-f-]{36}$/);
  });

  it("is replaced for another key or name, and keeps its place when forceDestroy changes", () => {
    const account = new SimulatedAccount();
    const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const vault = account.create(VAULT, "vault", { name: "backups", kmsKeyArn });
    expect(account.diff(vault, { name: "backups", kmsKeyArn: kmsKeyArn.replace("1234abcd", "4321dcba") }).replaces).toEqual(["kmsKeyArn"]);
    expect(account.diff(vault, { name: "others", kmsKeyArn }).replaces).toEqual(["name"]);
    expect(account.diff(vault, { name: "backups", kmsKeyArn, forceDestroy: true })).toMatchObject({ changes: true, replaces: [] });
  });
});

describe("a backup plan", () => {
  it("has a UUID, its ARN, and a version that changes with its rules alone", () => {
    const account = new SimulatedAccount();
    const made = plan(account);
    expect(made.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(made.outputs["arn"]).toBe(`arn:aws:backup:us-east-1:123456789012:backup-plan:${made.id}`);
    expect(made.outputs["version"]).toMatch(/^[0-9A-Za-z]{48}$/);
    const tagged = account.update(made, { name: "daily", rules: [rule()], tags: { Team: "shop" } });
    expect(tagged.outputs["version"]).toBe(made.outputs["version"]);
    const changed = account.update(tagged, { name: "daily", rules: [rule({ startWindow: 120 })] });
    expect(changed.outputs["version"]).not.toBe(made.outputs["version"]);
  });

  it("keeps its place for other rules, and is replaced for another name", () => {
    const account = new SimulatedAccount();
    const made = plan(account);
    expect(account.diff(made, { name: "daily", rules: [rule({ startWindow: 120 })] })).toMatchObject({ changes: true, replaces: [] });
    expect(account.diff(made, { name: "nightly", rules: [rule()] }).replaces).toEqual(["name"]);
  });

  it("is not deleted before its selections", () => {
    const account = new SimulatedAccount();
    const made = plan(account);
    const selection = account.create(SELECTION, "selection", { name: "tables", planId: made.id, iamRoleArn: abroad, resources: [table] });
    expect(refusalOf(() => account.delete(made))).toMatchObject({
      rule: "backup/selection-plan-id-holds",
      code: "InvalidRequestException",
      message: "Related backup plan selections must be deleted prior to backup plan deletion",
    });
    account.delete(selection);
    account.delete(made);
    expect(account.read(made)).toBeUndefined();
  });
});

describe("a backup selection", () => {
  it("is replaced for whatever changes, but not for another order of its resources", () => {
    const account = new SimulatedAccount();
    const resources = [table, `${table}-archive`];
    const made = select(account, { resources });
    const inputs = { name: "tables", planId: made.outputs["planId"] ?? "", iamRoleArn: abroad };
    expect(account.diff(made, { ...inputs, resources: resources.toReversed() }).changes).toBe(false);
    expect(account.diff(made, { ...inputs, resources: [table] }).replaces).toEqual(["resources"]);
    expect(account.diff(made, { ...inputs, resources, name: "others" }).replaces).toEqual(["name"]);
  });
});
