import { Naming } from "@org/infra-naming";
import type * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import { grantLabel, type GrantStatement } from "./grant-statement";
import type { Profile } from "./profile";
import { secretReadGrant } from "./secret-grant";
import { planSecret } from "./secret-plan";
import { storeSecret } from "./stored-secret";
import type { SecretRotation } from "./stored-secret-plan";

/** Arguments of `Secret`. */
export interface SecretArgs {
  /** The value, from the stack's secret config for example; it is marked secret here if it is not yet. */
  readonly value: pulumi.Input<string>;
  /**
   * Counts the values: a new `value` is stored when this is raised by one, and not before. The one before stays
   * readable under the staging label `AWSPREVIOUS`.
   */
  readonly version: number;
  /** Id or ARN of the customer managed KMS key that encrypts the secret. */
  readonly kmsKeyId: pulumi.Input<string>;
  /**
   * What the secret is for, as the console shows it.
   * @default "Secret <name> of <project>-<environment>"
   */
  readonly description?: string;
  /**
   * A Lambda function that exchanges the value by itself; `value` is then only the first.
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
 * A Secrets Manager secret with a value from elsewhere, passed write-only and marked secret: the state never holds it
 * as plain text. Other accounts are kept out by the secret's own policy.
 * @throws ArgumentError when an argument breaks a rule, before anything is registered
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html
 */
export class Secret extends pulumi.ComponentResource {
  readonly secret: secretsmanager.Secret;
  readonly policy: secretsmanager.SecretPolicy;
  readonly version: secretsmanager.SecretVersion;
  /** Absent where nobody exchanges the value by itself. */
  readonly rotation?: secretsmanager.SecretRotation;
  readonly arn: pulumi.Output<string>;

  readonly #grant: readonly GrantStatement[];

  constructor(name: string, args: SecretArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planSecret(name, args);
    const naming = args.naming ?? Naming.ofStack();
    naming.nameTags(name, args.tags); // Throws while nothing is registered.
    super("org:data:Secret", name, {}, opts);

    const stored = storeSecret(
      name,
      {
        naming,
        description: args.description ?? `Secret ${name} of ${naming.sanitizedName}`,
        kmsKeyId: args.kmsKeyId,
        value: args.value,
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
