import { childName, Naming } from "@org/infra-naming";
import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import { planGeneratedSecret } from "./generated-secret-plan";
import type { Profile } from "./profile";

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
 * secret: the state never holds it as plain text, and a second `up` does not change it.
 * @throws ArgumentError when an argument breaks a rule, before anything is registered
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html
 */
export class GeneratedSecret extends pulumi.ComponentResource {
  readonly secret: secretsmanager.Secret;
  readonly version: secretsmanager.SecretVersion;
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: GeneratedSecretArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planGeneratedSecret(name, args);
    super("org:data:GeneratedSecret", name, {}, opts);
    const naming = args.naming ?? Naming.ofStack();

    this.secret = new secretsmanager.Secret(
      childName(name, "secret"),
      {
        name: naming.physicalName("aws:secretsmanager/secret:Secret", name),
        description: args.description ?? `Generated secret ${name} of ${naming.sanitizedName}`,
        kmsKeyId: args.kmsKeyId,
        recoveryWindowInDays: plan.recoveryWindowInDays,
        tags: naming.nameTags(name, args.tags),
      },
      { parent: this },
    );

    const value = secretsmanager.getRandomPasswordOutput(
      { ...plan.password, requireEachIncludedType: true },
      { parent: this },
    ).randomPassword;
    this.version = new secretsmanager.SecretVersion(
      childName(name, "version", String(plan.version)),
      {
        secretId: this.secret.id,
        secretStringWo: pulumi.secret(value),
        secretStringWoVersion: plan.version,
      },
      {
        parent: this,
        // Every run draws another password; only the first one of this version counts.
        ignoreChanges: ["secretStringWo"],
        // The next version is a resource of its own: deleting this one would take its staging label AWSPREVIOUS away,
        // and with it the value that clients in flight still use.
        retainOnDelete: true,
      },
    );

    this.arn = this.secret.arn;
    this.registerOutputs({ arn: this.arn, version: plan.version });
  }
}
