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
