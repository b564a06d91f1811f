import { backupRolePolicy, type KnownGrant } from "./backup-role-policy";
import { tableBackupGrant } from "./table-grants";

const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const vault = { arn: "arn:aws:backup:us-east-1:123456789012:backup-vault:infra-prod-backups", kmsKeyArn: key };

const grantsOf = (number: number) =>
  Array.from({ length: number }, (_, index) =>
    tableBackupGrant({ arn: `arn:aws:dynamodb:us-east-1:123456789012:table/infra-prod-customers-${index}`, kmsKeyArn: key }),
  ).flat() as KnownGrant[];

describe("the policy of AWS Backup's role", () => {
  it("names a key once that is the vault's and the tables'", () => {
    const { Statement } = backupRolePolicy(vault, grantsOf(2));
    const ofKeys = Statement.filter(({ Action }) => String(Action).startsWith("kms:"));
    expect(ofKeys.map(({ Sid, Resource }) => [Sid, Resource])).toEqual([
      ["DescribeKeys", [key]],
      ["LendKeys", [key]],
      ["UseVaultKey", [key]],
      ["ReadEncryptedTables", [key]],
    ]);
  });

  it("has room for 25 tables in the 6144 characters of a managed policy", () => {
    expect(JSON.stringify(backupRolePolicy(vault, grantsOf(25))).length).toBeLessThan(6144);
    expect(JSON.stringify(backupRolePolicy(vault, grantsOf(35))).length).toBeGreaterThan(6144);
  });

  it("tags recovery points of the vault's own account, Region and partition", () => {
    const arn = "arn:aws-cn:backup:cn-north-1:123456789012:backup-vault:infra-prod-backups";
    const tagging = backupRolePolicy({ ...vault, arn }, []).Statement.find(({ Sid }) => Sid === "TagRecoveryPoints");
    expect(tagging?.Resource).toEqual(["arn:aws-cn:backup:cn-north-1:123456789012:recovery-point:*"]);
  });
});
