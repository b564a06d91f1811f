import { Naming } from "@org/infra-naming";
import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import { planGeneratedSecret } from "./generated-secret-plan";
import { grantLabel, type GrantStatement } from "./grant-statement";
import type { Profile } from "./profile";
import { secretReadGrant } from "./secret-grant";
import { storeSecret } from "./stored-secret";
import type { SecretRotation } from "./stored-secret-plan";

/** Arguments of `GeneratedSecret`. */
export interface GeneratedSecretArgs {
  /** Id or ARN of the customer managed KMS key that encrypts the secret. */
  readonly kmsKeyId: pulumi.Input<string>;
  /**
   * What the secret is for, as the console shows it.
   * @default "Generated secret <name> of <project>-<environment>"
   */
  readonly description?: string;
  /**
   * Number of characters, 16 to 4096.
   * @default 32
   */
  readonly length?: number;
  /**
   * Characters that the value never holds.
   * @default quotes, backslash, slash, at sign, colon, dollar sign and space: the value can be pasted anywhere
   */
  readonly excludeCharacters?: string;
  /**
   * Counts the values: raise it by one and the next `up` generates a new value. The one before stays readable
   * under the staging label `AWSPREVIOUS`.
   * @default 1
   */
  readonly version?: number;
  /**
   * A Lambda function that exchanges the value by itself.
   * @default none: the value stays until `version` is raised
   */
  readonly rotation?: SecretRotation;
  /**
   * `production` keeps a deleted secret restorable for 30 days; `ephemeral` deletes it at once, so that its name is free.
   * @default "production"
   */
  readonly profile?: Profile;
  /** @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags besides the standard ones. */
  readonly tags?: Record<string, string>;
}

/**
 * A Secrets Manager secret whose value Secrets Manager itself generates. The value is passed write-only and marked
 * secret: the state never holds it as plain text, and a second `up` does not change it. Other accounts are kept out by
 * the secret's own policy.
 * @throws ArgumentError when an argument breaks a rule, before anything is registered
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html
 */
export class GeneratedSecret extends pulumi.ComponentResource {
  readonly secret: secretsmanager.Secret;
  readonly policy: secretsmanager.SecretPolicy;
  readonly version: secretsmanager.SecretVersion;
  /** Absent where nobody exchanges the value by itself. */
  readonly rotation?: secretsmanager.SecretRotation;
  readonly arn: pulumi.Output<string>;

  readonly #grant: readonly GrantStatement[];

  constructor(name: string, args: GeneratedSecretArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planGeneratedSecret(name, args);
    const naming = args.naming ?? Naming.ofStack();
    naming.nameTags(name, args.tags); // Throws while nothing is registered.
    super("org:data:GeneratedSecret", name, {}, opts);

    const value = secretsmanager.getRandomPasswordOutput(
      { ...plan.password, requireEachIncludedType: true },
      { parent: this },
    ).randomPassword;
    const stored = storeSecret(
      name,
      {
        naming,
        description: args.description ?? `Generated secret ${name} of ${naming.sanitizedName}`,
        kmsKeyId: args.kmsKeyId,
        value,
        version: plan.version,
        recoveryWindowInDays: plan.recoveryWindowInDays,
        rotation: args.rotation,
        tags: args.tags,
      },
      this,
    );
    this.secret = stored.secret;
    this.policy = stored.policy;
    this.version = stored.version;
    this.rotation = stored.rotation;

    this.arn = this.secret.arn;
    this.#grant = secretReadGrant({ arn: this.arn, kmsKeyId: args.kmsKeyId, label: grantLabel(name) });
    this.registerOutputs({ arn: this.arn, version: plan.version });
  }

  /** What a role may do that reads the value: for the policy of an `InstanceRole`. */
  readGrant(): readonly GrantStatement[] {
    return this.#grant;
  }
}
