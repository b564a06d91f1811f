import { assertNoProblems, childName, Naming } from "@org/infra-naming";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import {
  type GeneratedValues,
  type GivenValues,
  type OriginVerificationPlan,
  planOriginVerification,
  valueProblems,
} from "./origin-verification-plan";
import type { Profile } from "./profile";

/** Arguments of `OriginVerification`. */
export interface OriginVerificationArgs {
  /** Where the values come from. */
  readonly source: GeneratedValues | GivenValues;
  /**
   * The header that carries the value: letters, digits and hyphens.
   * @default "x-origin-verify"
   */
  readonly headerName?: string;
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

/** A name and the values of a header: the first is sent, each of them is taken. */
export interface VerifiedHeader {
  readonly headerName: string;
  readonly values: readonly pulumi.Input<string>[];
}

/**
 * The secret header by which a load balancer knows that a request came through your own distribution. CloudFront's
 * addresses alone prove little: the distributions of all customers share them.
 *
 * Give it to both ends: to the listener, which takes every value, and to the origin of `Distribution`, which sends the
 * first. The values are Pulumi secrets: encrypted in the state, never printed.
 * @throws ArgumentError when an argument breaks a rule, before anything is registered; for given values that only become
 * known during the deployment, then
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html
 */
export class OriginVerification extends pulumi.ComponentResource implements VerifiedHeader {
  readonly headerName: string;
  /** The current value, then the previous one where there is one. Secret. */
  readonly values: readonly pulumi.Output<string>[];
  /** Absent when the values are given. */
  readonly secret?: secretsmanager.Secret;
  /** Closes the secret to other accounts, and lets nobody open it to everybody. */
  readonly policy?: secretsmanager.SecretPolicy;
  /** By number: the current version and the one before. */
  readonly versions: Readonly<Record<number, secretsmanager.SecretVersion>>;

  constructor(name: string, args: OriginVerificationArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planOriginVerification(name, args);
    const naming = args.naming ?? Naming.ofStack();
    naming.nameTags(name, args.tags); // Throws while nothing is registered.
    super("org:edge:OriginVerification", name, {}, opts);
    const { source } = args;

    this.headerName = plan.headerName;
    this.versions = {};
    if (source.kind === "given") {
      const { current, previous } = source;
      this.values = [
        this.checkedValue(name, "source.current", current),
        ...(previous === undefined ? [] : [this.checkedValue(name, "source.previous", previous)]),
      ];
    } else {
      this.secret = this.createSecret(name, plan, source, args, naming);
      this.policy = this.closeToOthers(name, this.secret);
      this.versions = this.drawValues(name, plan, this.secret);
      this.values = [...plan.versions].reverse().map((version) => this.storedValue(this.versions[version]));
    }
    this.registerOutputs({ headerName: this.headerName, ...(this.secret && { secretArn: this.secret.arn }) });
  }

  private checkedValue(name: string, argument: string, value: pulumi.Input<string>): pulumi.Output<string> {
    return pulumi.secret(value).apply((known) => {
      assertNoProblems(`OriginVerification "${name}"`, valueProblems(argument, known));
      return known;
    });
  }

  private createSecret(
    name: string,
    plan: OriginVerificationPlan,
    { kmsKeyArn }: GeneratedValues,
    args: OriginVerificationArgs,
    naming: Naming,
  ): secretsmanager.Secret {
    return new secretsmanager.Secret(
      childName(name, "secret"),
      {
        name: naming.physicalName("aws:secretsmanager/secret:Secret", name),
        description: `Header ${plan.headerName} between CloudFront and the origin of ${naming.sanitizedName}`,
        kmsKeyId: kmsKeyArn,
        recoveryWindowInDays: plan.recoveryWindowInDays,
        tags: naming.nameTags(name, args.tags),
      },
      { parent: this },
    );
  }

  /** https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html */
  private closeToOthers(name: string, secret: secretsmanager.Secret): secretsmanager.SecretPolicy {
    const denyOtherAccounts = {
      Sid: "DenyOtherAccounts",
      Effect: "Deny",
      Principal: "*",
      Action: "secretsmanager:*",
      Resource: "*",
      // Services of AWS act for the account, replication for one.
      Condition: {
        StringNotEquals: { "aws:PrincipalAccount": getCallerIdentityOutput({}, { parent: this }).accountId },
        Bool: { "aws:PrincipalIsAWSService": "false" },
      },
    };
    return new secretsmanager.SecretPolicy(
      childName(name, "policy"),
      {
        secretArn: secret.arn,
        policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: [denyOtherAccounts] }),
        blockPublicPolicy: true,
      },
      { parent: this },
    );
  }

  /** Each version is a resource of its own, whose value stays what it was when it was drawn. */
  private drawValues(name: string, { versions }: OriginVerificationPlan, secret: secretsmanager.Secret) {
    const drawn: Record<number, secretsmanager.SecretVersion> = {};
    for (const version of versions) {
      const { randomPassword } = secretsmanager.getRandomPasswordOutput(
        // A load balancer compares without regard to case, and reads * and ? as wildcards.
        { passwordLength: 64, excludePunctuation: true, requireEachIncludedType: true },
        { parent: this },
      );
      drawn[version] = new secretsmanager.SecretVersion(
        childName(name, "version", String(version)),
        { secretId: secret.id, secretString: pulumi.secret(randomPassword) },
        {
          parent: this,
          // Every run draws another password; only the first one of this version counts.
          ignoreChanges: ["secretString"],
          // One after the other, so that the staging label AWSCURRENT ends at the newest.
          dependsOn: version - 1 in drawn ? [drawn[version - 1]] : [],
          // Deleting the version before the last would take the label AWSPREVIOUS away, which by then is its successor's.
          retainOnDelete: true,
        },
      );
    }
    return drawn;
  }

  private storedValue({ secretString }: secretsmanager.SecretVersion): pulumi.Output<string> {
    return pulumi.secret(secretString.apply((value = "") => value));
  }
}
