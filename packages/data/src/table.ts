import { childName, Naming } from "@org/infra-naming";
import * as dynamodb from "@pulumi/aws/dynamodb";
import * as pulumi from "@pulumi/pulumi";
import type { Profile } from "./profile";
import { planTable, type TableCapacity, type TableKey } from "./table-plan";

/** Arguments of `Table`. */
export interface TableArgs {
  /** The attribute that decides where an item is stored. It is declared here and nowhere else. */
  readonly hashKey: TableKey;
  /**
   * The attribute that sorts the items of one hash key.
   * @default none
   */
  readonly rangeKey?: TableKey;
  /** Reserved throughput or pay per request; changing it keeps the table. */
  readonly capacity: TableCapacity;
  /** ARN of the customer managed KMS key that encrypts the table. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /**
   * `production` protects the table from deletion, in AWS and in Pulumi; `ephemeral` does not.
   * @default "production"
   */
  readonly profile?: Profile;
  /** @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags besides the standard ones. */
  readonly tags?: Record<string, string>;
  /** Last word on the arguments and options of the table itself: indexes, streams, TTL, replicas. */
  readonly transform?: { readonly table?: (args: dynamodb.TableArgs, opts: pulumi.CustomResourceOptions) => void };
}

/**
 * A DynamoDB table, encrypted with a customer managed key, with point-in-time recovery over 35 days.
 * @throws ArgumentError when an argument breaks a rule, before anything is registered
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html DynamoDB.2, DynamoDB.6
 */
export class Table extends pulumi.ComponentResource {
  readonly table: dynamodb.Table;
  readonly tableName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: TableArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planTable(name, args);
    super("org:data:Table", name, {}, opts);
    const naming = args.naming ?? Naming.ofStack();

    const tableArgs: dynamodb.TableArgs = {
      name: naming.physicalName("aws:dynamodb/table:Table", name),
      hashKey: plan.hashKey,
      rangeKey: plan.rangeKey,
      attributes: plan.attributes,
      ...plan.throughput,
      serverSideEncryption: { enabled: true, kmsKeyArn: args.kmsKeyArn },
      pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
      deletionProtectionEnabled: plan.deletionProtection,
      tags: naming.nameTags(name, args.tags),
    };
    const tableOpts: pulumi.CustomResourceOptions = { parent: this, protect: plan.deletionProtection };
    args.transform?.table?.(tableArgs, tableOpts);
    this.table = new dynamodb.Table(childName(name, "table"), tableArgs, tableOpts);

    this.tableName = this.table.name;
    this.arn = this.table.arn;
    this.registerOutputs({ tableName: this.tableName, arn: this.arn });
  }
}
