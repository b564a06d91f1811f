import { childName, Naming } from "@org/infra-naming";
import * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import { planEncryptionKey } from "./encryption-key-plan";
import type { KeyConsumers } from "./key-policy";
import { createKeyAlias, managedKeyArgs } from "./managed-key";
import type { Profile } from "./profile";

/** Arguments of `EncryptionKey`. */
export interface EncryptionKeyArgs {
  /** The Region the key lives in, for example `us-east-1`; it may be another one than the provider's. */
  readonly region: string;
  /**
   * The AWS services that may use the key; each gets its own statement in the key policy, with conditions.
   * @default none: only the account's IAM policies decide
   */
  readonly consumers?: KeyConsumers;
  /**
   * The account that owns the key.
   * @default the account of the provider
   */
  readonly accountId?: pulumi.Input<string>;
  /**
   * What the key is for, as the KMS console shows it.
   * @default "Encrypts the data of <project>-<environment>"
   */
  readonly description?: string;
  /**
   * Days between two rotations of the key material, 90 to 2560.
   * @default 365
   */
  readonly rotationPeriodInDays?: number;
  /**
   * Whether the key can have replicas in other Regions (`ReplicaKey`). KMS takes the answer once: another one replaces
   * the key.
   * @default false
   */
  readonly multiRegion?: boolean;
  /**
   * `production` waits 30 days before a deleted key is gone and protects it from deletion, `ephemeral` waits 7.
   * @default "production"
   */
  readonly profile?: Profile;
  /** Whose names and tags the resources carry. @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags besides the standard ones. @default none */
  readonly tags?: Record<string, string>;
}

/**
 * A customer managed KMS key, rotated every 365 days by default, with an alias and a key policy that is composed from what
 * its consumers declare: a service that is not declared cannot use the key.
 * @throws ArgumentError when an argument breaks a rule, before anything is registered
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
export class EncryptionKey extends pulumi.ComponentResource {
  readonly region: string;
  /** Whether it can have replicas. */
  readonly multiRegion: boolean;
  readonly key: kms.Key;
  readonly alias: kms.Alias;
  /** The key's id (a UUID). */
  readonly keyId: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: EncryptionKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planEncryptionKey(name, args);
    const naming = args.naming ?? Naming.ofStack();
    naming.nameTags(name, args.tags); // Throws while nothing is registered.
    super("org:data:EncryptionKey", name, {}, opts);
    this.region = plan.region;
    this.multiRegion = plan.multiRegion;
    const managed = { name, naming, plan, accountId: args.accountId, tags: args.tags };

    this.key = new kms.Key(
      childName(name, "key"),
      {
        ...managedKeyArgs(managed, this),
        description: args.description ?? `Encrypts the data of ${naming.sanitizedName}`,
        enableKeyRotation: true,
        rotationPeriodInDays: plan.rotationPeriodInDays,
        ...(plan.multiRegion && { multiRegion: true }),
      },
      { parent: this, protect: plan.protect },
    );
    this.alias = createKeyAlias(managed, this.key.keyId, this);

    this.keyId = this.key.keyId;
    this.arn = this.key.arn;
    this.registerOutputs({ keyId: this.keyId, arn: this.arn, aliasName: this.alias.name });
  }
}
