import { childName, Naming } from "@org/infra-naming";
import * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import type { KeyConsumers } from "./key-policy";
import { createKeyAlias, managedKeyArgs } from "./managed-key";
import type { Profile } from "./profile";
import { planReplicaKey } from "./replica-key-plan";

/** A multi-Region key that has replicas: an `EncryptionKey` with `multiRegion: true`. */
export interface PrimaryKey {
  readonly arn: pulumi.Input<string>;
  readonly region: string;
  readonly multiRegion: boolean;
}

/** Arguments of `ReplicaKey`. */
export interface ReplicaKeyArgs {
  /** The key whose material the replica has: an `EncryptionKey` with `multiRegion: true`. */
  readonly primary: PrimaryKey;
  /** The Region of the replica, another one than the primary's: `us-east-1` for what CloudFront and its web ACLs log. */
  readonly region: string;
  /**
   * The AWS services that may use the key in this Region: a replica has a policy of its own.
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
   * @default "Encrypts the data of <project>-<environment> in <region>"
   */
  readonly description?: string;
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
 * The replica of a multi-Region KMS key in another Region: the same key material, so what one encrypts the other
 * decrypts, with an alias and a policy of its own. KMS rotates it with the primary.
 * @throws ArgumentError when an argument breaks a rule, before anything is registered
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-replicate.html
 */
export class ReplicaKey extends pulumi.ComponentResource {
  readonly region: string;
  readonly key: kms.ReplicaKey;
  readonly alias: kms.Alias;
  /** The key's id, the same as the primary's: it starts with `mrk-`. */
  readonly keyId: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: ReplicaKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planReplicaKey(name, args);
    const naming = args.naming ?? Naming.ofStack();
    naming.nameTags(name, args.tags); // Throws while nothing is registered.
    super("org:data:ReplicaKey", name, {}, opts);
    this.region = plan.region;
    const managed = { name, naming, plan, accountId: args.accountId, tags: args.tags };

    this.key = new kms.ReplicaKey(
      childName(name, "key"),
      {
        ...managedKeyArgs(managed, this),
        primaryKeyArn: args.primary.arn,
        description: args.description ?? `Encrypts the data of ${naming.sanitizedName} in ${plan.region}`,
      },
      { parent: this, protect: plan.protect },
    );
    this.alias = createKeyAlias(managed, this.key.keyId, this);

    this.keyId = this.key.keyId;
    this.arn = this.key.arn;
    this.registerOutputs({ keyId: this.keyId, arn: this.arn, aliasName: this.alias.name });
  }
}
