import { childName, Naming } from "@org/infra-naming";
import * as backup from "@pulumi/aws/backup";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { backupRolePolicy, backupTrustPolicy } from "./backup-role-policy";
import { type BackupRule, planBackup } from "./backup-rule";
import type { GrantStatement } from "./grant-statement";
import type { Profile } from "./profile";

/** What a `BackupPlan` backs up: a `Table`, or something else that AWS Backup knows, with what it needs to read it. */
export interface BackedUpResource {
  /** ARN, of the plan's Region. */
  readonly arn: pulumi.Input<string>;
  /** What the role of AWS Backup may do with the resource and its key. Statements of one `sid` become one. */
  backupGrant(): readonly GrantStatement[];
}

/** Arguments of `BackupPlan`. */
export interface BackupPlanArgs {
  /**
   * What is backed up, and nothing else: tables, or other resources with their grants; at most 500, and no more than the
   * role's policy has room for, which is about 25 tables.
   */
  readonly resources: readonly BackedUpResource[];
  /**
   * ARN of the customer managed KMS key that encrypts the vault. Its policy needs no statement for AWS Backup, which
   * uses the key in the name of whoever creates the vault and of the plan's role. Another key replaces the vault.
   */
  readonly kmsKeyArn: pulumi.Input<string>;
  /**
   * When a backup is taken: a cron expression of six fields, in UTC. A job starts within an hour, and has a day.
   * @default "cron(0 5 * * ? *)", every day at 5:00
   */
  readonly schedule?: string;
  /**
   * Days until a backup is deleted, 1 to 36500.
   * @default 35
   */
  readonly deleteAfterDays?: number;
  /**
   * Days until a backup moves to cold storage, where it stays for 90 days at least: `deleteAfterDays` is 90 more.
   * @default never
   */
  readonly coldStorageAfterDays?: number;
  /**
   * The Region of the plan, its vault and what is backed up.
   * @default the provider's
   */
  readonly region?: string;
  /**
   * `production` keeps the vault: Pulumi does not delete it, nor AWS while it holds backups. `ephemeral` deletes it
   * with its backups.
   * @default "production"
   */
  readonly profile?: Profile;
  /** Whose names and tags the resources carry. @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags besides the standard ones; the backups carry them too. @default none */
  readonly tags?: Record<string, string>;
}

/**
 * Backups of tables and other resources, taken by schedule into a vault of their own, which outlives what is backed up.
 * AWS Backup works under a role that reads these resources and writes into this vault.
 * @throws ArgumentError when an argument breaks a rule, before anything is registered
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/about-backup-plans.html
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html DynamoDB.4
 */
export class BackupPlan extends pulumi.ComponentResource {
  readonly vault: backup.Vault;
  readonly role: iam.Role;
  readonly policy: iam.Policy;
  readonly policyAttachment: iam.RolePolicyAttachment;
  readonly plan: backup.Plan;
  readonly selection: backup.Selection;
  readonly vaultName: pulumi.Output<string>;
  readonly vaultArn: pulumi.Output<string>;

  constructor(name: string, args: BackupPlanArgs, opts?: pulumi.ComponentResourceOptions) {
    const planned = planBackup(name, args);
    const naming = args.naming ?? Naming.ofStack();
    naming.nameTags(name, args.tags); // Throws while nothing is registered.
    super("org:data:BackupPlan", name, {}, opts);

    this.vault = this.createVault(name, planned, args, naming);
    this.role = this.createRole(name, args, naming);
    this.policy = this.createPolicy(name, args, naming);
    this.policyAttachment = new iam.RolePolicyAttachment(
      childName(name, "policy-attachment"),
      { role: this.role.name, policyArn: this.policy.arn },
      { parent: this },
    );
    this.plan = this.createPlan(name, planned, args, naming);
    this.selection = this.select(name, args, naming);

    this.vaultName = this.vault.name;
    this.vaultArn = this.vault.arn;
    this.registerOutputs({ vaultName: this.vaultName, vaultArn: this.vaultArn, planId: this.plan.id });
  }

  private createVault(name: string, planned: BackupRule, args: BackupPlanArgs, naming: Naming): backup.Vault {
    return new backup.Vault(
      childName(name, "vault"),
      {
        region: args.region,
        name: naming.physicalName("aws:backup/vault:Vault", name),
        kmsKeyArn: args.kmsKeyArn,
        forceDestroy: planned.forceDestroy,
        tags: naming.nameTags(name, args.tags),
      },
      { parent: this, protect: planned.protect },
    );
  }

  private createRole(name: string, args: BackupPlanArgs, naming: Naming): iam.Role {
    const { accountId } = getCallerIdentityOutput({}, { parent: this });
    return new iam.Role(
      childName(name, "role"),
      {
        name: naming.physicalName("aws:iam/role:Role", name),
        description: `What AWS Backup may do for ${naming.sanitizedName}`,
        assumeRolePolicy: pulumi.output(accountId).apply((id) => JSON.stringify(backupTrustPolicy(id))),
        tags: naming.nameTags(name, args.tags),
      },
      { parent: this },
    );
  }

  private createPolicy(name: string, args: BackupPlanArgs, naming: Naming): iam.Policy {
    const document = pulumi
      .output({ arn: this.vault.arn, kmsKeyArn: args.kmsKeyArn, grants: args.resources.flatMap((resource) => resource.backupGrant()) })
      .apply(({ grants, ...vault }) => backupRolePolicy(vault, grants));
    return new iam.Policy(
      childName(name, "policy"),
      {
        name: naming.physicalName("aws:iam/policy:Policy", name),
        description: "Reads what is backed up and writes into the vault",
        policy: pulumi.jsonStringify(document),
        tags: naming.nameTags(name, args.tags),
      },
      { parent: this },
    );
  }

  private createPlan(name: string, { rule }: BackupRule, args: BackupPlanArgs, naming: Naming): backup.Plan {
    const tags = naming.nameTags(name, args.tags);
    return new backup.Plan(
      childName(name, "plan"),
      {
        region: args.region,
        name: naming.physicalName("aws:backup/plan:Plan", name),
        rules: [{ ...rule, targetVaultName: this.vault.name, recoveryPointTags: tags }],
        tags,
      },
      { parent: this },
    );
  }

  private select(name: string, args: BackupPlanArgs, naming: Naming): backup.Selection {
    return new backup.Selection(
      childName(name, "selection"),
      {
        region: args.region,
        name: naming.physicalName("aws:backup/selection:Selection", name),
        planId: this.plan.id,
        iamRoleArn: this.role.arn,
        resources: args.resources.map(({ arn }) => arn),
      },
      // AWS Backup tries what the role may do, so the role has its policy by then.
      { parent: this, dependsOn: [this.policyAttachment] },
    );
  }
}
