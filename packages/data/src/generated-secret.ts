import { getRandomPasswordOutput } from "@pulumi/aws/secretsmanager";
import type * as pulumi from "@pulumi/pulumi";
import { planGeneratedSecret } from "./generated-secret-plan";
import { StoredSecret, type StoredSecretArgs } from "./stored-secret";

/** Arguments of `GeneratedSecret`. */
export interface GeneratedSecretArgs extends StoredSecretArgs {
  /**
   * Number of characters, 16 to 4096.
   * @default 32
   */
  readonly length?: number;
  /**
   * Characters that the value never holds.
   * @default quotes, backtick, backslash, slash, at sign, colon, dollar sign and space: the value can be pasted anywhere
   */
  readonly excludeCharacters?: string;
  /**
   * Counts the values: raise it by one and the next `up` generates a new value. The one before stays readable
   * under the staging label `AWSPREVIOUS`.
   * @default 1
   */
  readonly version?: number;
}

/**
 * A Secrets Manager secret whose value Secrets Manager itself generates. The value is passed write-only and marked
 * secret: the state never holds it as plain text, and a second `up` does not change it. Other accounts are kept out by
 * the secret's own policy.
 * @throws ArgumentError when an argument breaks a rule, before anything is registered
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html
 */
export class GeneratedSecret extends StoredSecret {
  constructor(name: string, args: GeneratedSecretArgs, opts?: pulumi.ComponentResourceOptions) {
    const { password, ...plan } = planGeneratedSecret(name, args);
    const generate = (parent: pulumi.Resource) =>
      getRandomPasswordOutput({ ...password, requireEachIncludedType: true }, { parent }).randomPassword;
    super("org:data:GeneratedSecret", name, args, { ...plan, called: "Generated secret", value: generate }, opts);
  }
}
