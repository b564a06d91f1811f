import { childName, Naming } from "@org/infra-naming";
import * as dynamodb from "@pulumi/aws/dynamodb";
import * as pulumi from "@pulumi/pulumi";
import { grantLabel, type GrantStatement } from "./grant-statement";
import type { Profile } from "./profile";
import type { TableCapacity } from "./table-capacity";
import { tableBackupGrant, tableReadGrant, tableWriteGrant } from "./table-grants";
import type { GlobalIndex, LocalIndex } from "./table-indexes";
import type { TableKey } from "./table-keys";
import { planTable, type StreamView, type TablePlan } from "./table-plan";
import type { TableReplicas } from "./table-replicas";
import { scaleUnits, type TableScaling } from "./table-scaling";
import type { WarmThroughput } from "./table-throughput";

/** Arguments of `Table`. */
export interface TableArgs {
  /** The attribute that decides where an item is stored. It is declared here and nowhere else. */
  readonly hashKey: TableKey;
  /**
   * The attribute that sorts the items of one hash key.
   * @default none
   */
  readonly rangeKey?: TableKey;
  /**
   * Global secondary indexes by name, at most 20. Add new ones at the end: Pulumi tells the numbers that it leaves to
   * AWS apart by their place, and needs its CLI 3.194 or newer for it. The last one of a table that is taken away here stays
   * in AWS, and costs: the provider does not see that it is gone. Delete it by `aws dynamodb update-table`.
   * @see https://github.com/hashicorp/terraform-provider-aws/issues/47490
   * @default none
   */
  readonly globalIndexes?: Readonly<Record<string, GlobalIndex>>;
  /**
   * Local secondary indexes by name, at most 5; they are fixed when the table is created.
   * @default none
   */
  readonly localIndexes?: Readonly<Record<string, LocalIndex>>;
  /**
   * Reserved throughput, throughput that follows the load, or pay per request; changing it keeps the table. From
   * "on-demand" to "autoscaled" a table begins with one unit of each kind, until scaling raises them to `min`. One under
   * load, or with global indexes, goes by "provisioned": units that scaling moves are left alone, also when there are none.
   */
  readonly capacity: TableCapacity;
  /**
   * Throughput that the table can take at once.
   * @default what DynamoDB gives a new table
   */
  readonly warmThroughput?: WarmThroughput;
  /**
   * What the table's stream shows of a changed item.
   * @default no stream; "NEW_AND_OLD_IMAGES" for a table with replicas
   */
  readonly stream?: StreamView;
  /**
   * The attribute that holds the time, in seconds since 1970, after which DynamoDB deletes an item.
   * @default none: items stay
   */
  readonly ttlAttribute?: string;
  /**
   * Days that point-in-time recovery reaches back, 1 to 35.
   * @default 35
   */
  readonly recoveryPeriodInDays?: number;
  /** ARN of the customer managed KMS key that encrypts the table. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /**
   * Replicas by Region, each with a key of its own Region, point-in-time recovery and the table's tags and protection.
   * Not with provisioned capacity.
   * @default none
   */
  readonly replicas?: TableReplicas;
  /**
   * Who may use the table besides the account's IAM policies: a policy document of at most 20 KB as JSON text.
   * @default none
   */
  readonly resourcePolicy?: pulumi.Input<string>;
  /**
   * The Region the table lives in.
   * @default the provider's
   */
  readonly region?: string;
  /**
   * Whether the table resists deletion, in AWS and in Pulumi.
   * @default as the profile says
   */
  readonly deletionProtection?: boolean;
  /**
   * `production` protects the table from deletion, in AWS and in Pulumi; `ephemeral` does not.
   * @default "production"
   */
  readonly profile?: Profile;
  /** Whose names and tags the resources carry. @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags besides the standard ones. @default none */
  readonly tags?: Record<string, string>;
  /** Last word on the arguments and options of the table itself. @default none */
  readonly transform?: { readonly table?: (args: dynamodb.TableArgs, opts: pulumi.CustomResourceOptions) => void };
}

/**
 * A DynamoDB table, encrypted with a customer managed key, with point-in-time recovery, and on request with indexes,
 * scaling, a stream, expiry of items, replicas and a resource policy.
 * @throws ArgumentError when an argument breaks a rule, before anything is registered
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html DynamoDB.1, DynamoDB.2, DynamoDB.6
 */
export class Table extends pulumi.ComponentResource {
  readonly table: dynamodb.Table;
  /** One for each kind of units that is scaled: the table's reads and writes, then those of each global index. */
  readonly scaling: readonly TableScaling[];
  /** Absent where no `resourcePolicy` is given. */
  readonly resourcePolicy?: dynamodb.ResourcePolicy;
  readonly tableName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** ARN of the stream; empty where there is none. */
  readonly streamArn: pulumi.Output<string>;
  /** Properties of the table that Pulumi leaves to AWS: what scaling moves, and what DynamoDB raises by itself. */
  readonly unmanagedProperties: readonly string[];

  readonly #kmsKeyArn: pulumi.Input<string>;
  readonly #grantLabel: string;

  constructor(name: string, args: TableArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planTable(name, args);
    const naming = args.naming ?? Naming.ofStack();
    naming.nameTags(name, args.tags); // Throws while nothing is registered.
    super("org:data:Table", name, {}, opts);
    this.#kmsKeyArn = args.kmsKeyArn;
    this.#grantLabel = grantLabel(name);

    this.table = this.createTable(name, plan, args, naming);
    this.scaling = plan.scaled.map((scaled) =>
      scaleUnits(name, { tableName: this.table.name, region: args.region, naming, tags: args.tags }, scaled, this),
    );
    this.resourcePolicy = args.resourcePolicy === undefined ? undefined : this.attachPolicy(name, args, args.resourcePolicy);

    this.tableName = this.table.name;
    this.arn = this.table.arn;
    this.streamArn = this.table.streamArn;
    this.unmanagedProperties = plan.ignoreChanges;
    this.registerOutputs({ tableName: this.tableName, arn: this.arn });
  }

  /** What a role may do that reads the table and its indexes: for the policy of an `InstanceRole`. */
  readGrant(): readonly GrantStatement[] {
    return tableReadGrant({ arn: this.arn, kmsKeyArn: this.#kmsKeyArn, label: this.#grantLabel });
  }

  /** What a role may do that writes into the table; reading is a grant of its own. */
  writeGrant(): readonly GrantStatement[] {
    return tableWriteGrant({ arn: this.arn, kmsKeyArn: this.#kmsKeyArn, label: this.#grantLabel });
  }

  /** What the role of AWS Backup may do: for a `BackupPlan`. */
  backupGrant(): readonly GrantStatement[] {
    return tableBackupGrant({ arn: this.arn, kmsKeyArn: this.#kmsKeyArn });
  }

  private createTable(name: string, plan: TablePlan, args: TableArgs, naming: Naming): dynamodb.Table {
    const { deletionProtectionEnabled } = plan.table;
    const replicas = Object.entries(args.replicas ?? {}).map(([regionName, { kmsKeyArn }]) => ({
      regionName,
      kmsKeyArn,
      pointInTimeRecovery: true,
      deletionProtectionEnabled,
      propagateTags: true,
    }));
    const tableArgs: dynamodb.TableArgs = {
      region: args.region,
      name: naming.physicalName("aws:dynamodb/table:Table", name),
      ...plan.table,
      ...(replicas.length > 0 && { replicas }),
      serverSideEncryption: { enabled: true, kmsKeyArn: args.kmsKeyArn },
      tags: naming.nameTags(name, args.tags),
    };
    const tableOpts: pulumi.CustomResourceOptions = {
      parent: this,
      protect: deletionProtectionEnabled,
      ignoreChanges: [...plan.ignoreChanges],
    };
    args.transform?.table?.(tableArgs, tableOpts);
    return new dynamodb.Table(childName(name, "table"), tableArgs, tableOpts);
  }

  private attachPolicy(name: string, { region }: TableArgs, policy: pulumi.Input<string>): dynamodb.ResourcePolicy {
    return new dynamodb.ResourcePolicy(
      childName(name, "resource-policy"),
      { region, resourceArn: this.table.arn, policy },
      { parent: this },
    );
  }
}
