import type { Input } from "@pulumi/pulumi";
import { type GrantStatement, keyGrant } from "./grant-statement";

/** What the grants of a table are about. */
export interface GrantedTable {
  readonly arn: Input<string>;
  readonly kmsKeyArn: Input<string>;
  /** Part of the statements' ids, which differ within a policy: letters and digits. */
  readonly label: string;
}

const readActions = ["BatchGetItem", "ConditionCheckItem", "DescribeTable", "GetItem", "Query", "Scan"];
const writeActions = ["BatchWriteItem", "DeleteItem", "DescribeTable", "PutItem", "UpdateItem"];

/** DynamoDB makes, renews and reads a table's data keys in the name of whoever reads or writes its items. */
const keyActions = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"];

function tableGrant(sid: string, actions: readonly string[], { arn }: GrantedTable, suffixes: readonly string[]): GrantStatement {
  return { sid, actions: actions.map((action) => `dynamodb:${action}`), resources: [arn], resourceSuffixes: suffixes };
}

/** Reading items, by the table's keys and by those of its indexes. */
export function tableReadGrant(table: GrantedTable): GrantStatement[] {
  return [
    tableGrant(`Read${table.label}`, readActions, table, ["", "/index/*"]),
    keyGrant(`Decrypt${table.label}`, "dynamodb", ["kms:Decrypt", "kms:DescribeKey"], table.kmsKeyArn),
  ];
}

/** Writing items. Indexes are written by DynamoDB itself. */
export function tableWriteGrant(table: GrantedTable): GrantStatement[] {
  return [
    tableGrant(`Write${table.label}`, writeActions, table, [""]),
    keyGrant(`Encrypt${table.label}`, "dynamodb", keyActions, table.kmsKeyArn),
  ];
}

/**
 * Backing the table up with AWS Backup. The ids are the same for every table, so that a plan for many makes one
 * statement of each.
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/advanced-ddb-backup.html
 */
export function tableBackupGrant({ arn, kmsKeyArn }: Omit<GrantedTable, "label">): GrantStatement[] {
  const key = { resources: [kmsKeyArn], resourceSuffixes: [""] };
  return [
    {
      sid: "BackUpTables",
      actions: ["CreateBackup", "DescribeTable", "ListTagsOfResource", "StartAwsBackupJob"].map((action) => `dynamodb:${action}`),
      resources: [arn],
      resourceSuffixes: [""],
    },
    // Backups of accounts that have not switched on AWS Backup's advanced features are DynamoDB's own.
    {
      sid: "KeepTableBackups",
      actions: ["dynamodb:DeleteBackup", "dynamodb:DescribeBackup"],
      resources: [arn],
      resourceSuffixes: ["/backup/*"],
    },
    { sid: "DescribeKeys", actions: ["kms:DescribeKey"], ...key },
    { sid: "LendKeys", actions: ["kms:CreateGrant"], condition: { Bool: { "kms:GrantIsForAWSResource": "true" } }, ...key },
    keyGrant("ReadEncryptedTables", "dynamodb", ["kms:Decrypt", "kms:GenerateDataKey"], kmsKeyArn),
  ];
}
