import { childName, Naming } from "@org/infra-naming";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import { grantLabel, type GrantStatement } from "./grant-statement";
import type { Profile } from "./profile";
import { secretReadGrant } from "./secret-grant";
import { secretPolicy } from "./secret-policy";
import { defaultRotationDays, type SecretRotation } from "./stored-secret-plan";

/** Arguments of every secret, wherever its value comes from. */
export interface StoredSecretArgs {
  /** ARN of the customer managed KMS key that encrypts the secret. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /**
   * What the secret is for, as the console shows it.
   * @default "Secret <name> of <project>-<environment>", or "Generated secret <name> of ..."
   */
  readonly description?: string;
  /**
   * A Lambda function that exchanges the value by itself; the value given here is then only the first.
   * @default none: the value stays until `version` is raised
   */
  readonly rotation?: SecretRotation;
  /**
   * `production` keeps a deleted secret restorable for 30 days; `ephemeral` deletes it at once, so that its name is free.
   * @default "production"
   */
  readonly profile?: Profile;
  /** Whose names and tags the resources carry. @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags besides the standard ones. @default none */
  readonly tags?: Record<string, string>;
}

/** What the kind of a secret decides. */
export interface StoredValue {
  /** Begins the description: "Secret", "Generated secret". */
  readonly called: string;
  readonly version: number;
  readonly recoveryWindowInDays: number;
  /** The value; what has to be asked for it is asked under the component. */
  readonly value: (parent: pulumi.Resource) => pulumi.Input<string>;
}

/** A Secrets Manager secret, closed to other accounts, with its value as one version that is never in the state as plain text. */
export abstract class StoredSecret extends pulumi.ComponentResource {
  readonly secret: secretsmanager.Secret;
  readonly policy: secretsmanager.SecretPolicy;
  readonly version: secretsmanager.SecretVersion;
  /** Absent where nobody exchanges the value by itself. */
  readonly rotation?: secretsmanager.SecretRotation;
  readonly arn: pulumi.Output<string>;

  readonly #grant: readonly GrantStatement[];

  protected constructor(
    type: string,
    name: string,
    args: StoredSecretArgs,
    stored: StoredValue,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    const naming = args.naming ?? Naming.ofStack();
    naming.nameTags(name, args.tags); // Throws while nothing is registered.
    super(type, name, {}, opts);

    this.secret = this.createSecret(name, args, stored, naming);
    this.policy = this.closeToOthers(name);
    this.version = this.storeValue(name, stored);
    this.rotation = args.rotation && this.rotate(name, args.rotation);

    this.arn = this.secret.arn;
    this.#grant = secretReadGrant({ arn: this.arn, kmsKeyArn: args.kmsKeyArn, label: grantLabel(name) });
    this.registerOutputs({ arn: this.arn, version: stored.version });
  }

  /** What a role may do that reads the value: for the policy of an `InstanceRole`. */
  readGrant(): readonly GrantStatement[] {
    return this.#grant;
  }

  private createSecret(name: string, args: StoredSecretArgs, stored: StoredValue, naming: Naming): secretsmanager.Secret {
    return new secretsmanager.Secret(
      childName(name, "secret"),
      {
        name: naming.physicalName("aws:secretsmanager/secret:Secret", name),
        description: args.description ?? `${stored.called} ${name} of ${naming.sanitizedName}`,
        kmsKeyId: args.kmsKeyArn,
        recoveryWindowInDays: stored.recoveryWindowInDays,
        tags: naming.nameTags(name, args.tags),
      },
      { parent: this },
    );
  }

  private closeToOthers(name: string): secretsmanager.SecretPolicy {
    const accountId = pulumi.output(getCallerIdentityOutput({}, { parent: this }).accountId);
    return new secretsmanager.SecretPolicy(
      childName(name, "policy"),
      {
        secretArn: this.secret.arn,
        policy: accountId.apply((id) => JSON.stringify(secretPolicy(id))),
        blockPublicPolicy: true,
      },
      { parent: this },
    );
  }

  private storeValue(name: string, { value, version }: StoredValue): secretsmanager.SecretVersion {
    return new secretsmanager.SecretVersion(
      childName(name, "version", String(version)),
      {
        secretId: this.secret.id,
        secretStringWo: pulumi.secret(value(this)),
        secretStringWoVersion: version,
      },
      {
        parent: this,
        // The value counts once for each version: a generated one differs in every run, and one that Secrets Manager
        // has rotated since must not come back.
        ignoreChanges: ["secretStringWo"],
        // The next version is a resource of its own: deleting this one would take its staging label AWSPREVIOUS away,
        // and with it the value that clients in flight still use.
        retainOnDelete: true,
      },
    );
  }

  /** After the first value: Secrets Manager rotates at once, and the function needs a value to start from. */
  private rotate(name: string, { lambdaArn, days = defaultRotationDays }: SecretRotation): secretsmanager.SecretRotation {
    return new secretsmanager.SecretRotation(
      childName(name, "rotation"),
      { secretId: this.secret.id, rotationLambdaArn: lambdaArn, rotationRules: { automaticallyAfterDays: days } },
      { parent: this, dependsOn: [this.version] },
    );
  }
}
