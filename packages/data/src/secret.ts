import type * as pulumi from "@pulumi/pulumi";
import { planSecret } from "./secret-plan";
import { StoredSecret, type StoredSecretArgs } from "./stored-secret";

/** Arguments of `Secret`. */
export interface SecretArgs extends StoredSecretArgs {
  /** The value, from the stack's secret config for example; it is marked secret here if it is not yet. */
  readonly value: pulumi.Input<string>;
  /**
   * Counts the values: a new `value` is stored when this is raised by one, and not before. The one before stays
   * readable under the staging label `AWSPREVIOUS`.
   */
  readonly version: number;
}

/**
 * A Secrets Manager secret with a value from elsewhere, passed write-only and marked secret: the state never holds it
 * as plain text. Other accounts are kept out by the secret's own policy.
 * @throws ArgumentError when an argument breaks a rule, before anything is registered
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html
 */
export class Secret extends StoredSecret {
  constructor(name: string, args: SecretArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planSecret(name, args);
    super("org:data:Secret", name, args, { ...plan, called: "Secret", value: () => args.value }, opts);
  }
}
