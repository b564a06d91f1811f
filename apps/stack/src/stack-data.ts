import { BackupPlan, GeneratedSecret, Table } from "@org/infra-data";
import type { Output } from "@pulumi/pulumi";
import type { StackContext } from "./stack-context";
import type { StackKeys } from "./stack-keys";

/** What the application keeps. */
export interface StackData {
  readonly primaryTable: Table;
  readonly secondaryTable: Table;
  readonly secret: GeneratedSecret;
  /** Daily copies of the tables, which outlive them in production. */
  readonly backupPlan: BackupPlan;
}

export function createData(context: StackContext, { key }: StackKeys): StackData {
  const { child, common, within } = context;
  const kmsKeyArn = key.arn;
  const primaryTable = createTable(context, "primary-table", kmsKeyArn);
  const secondaryTable = createTable(context, "secondary-table", kmsKeyArn);
  return {
    primaryTable,
    secondaryTable,
    secret: new GeneratedSecret(child("app-credentials"), { ...common, kmsKeyArn }, within),
    backupPlan: new BackupPlan(child("backups"), { ...common, kmsKeyArn, resources: [primaryTable, secondaryTable] }, within),
  };
}

function createTable(context: StackContext, role: string, kmsKeyArn: Output<string>): Table {
  const { child, common, within, plan } = context;
  return new Table(
    child(role),
    { ...common, hashKey: { name: "id", type: "S" }, capacity: plan.tableCapacity, kmsKeyArn },
    within,
  );
}
