import type { Input } from "@pulumi/pulumi";

/**
 * One Allow statement for the policy of a role, as `InstanceRole` of `@org/infra-compute` takes it. Actions are named
 * one by one; resources may be known only after deployment.
 */
export interface GrantStatement {
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly Input<string>[];
  /** What is appended to each resource; one entry of the statement for each suffix. */
  readonly resourceSuffixes: readonly string[];
  /** Condition operator to key to value. */
  readonly condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The part of a role's policy that lets it use a key, but only through one service: never on data of its own. */
export function keyGrant(
  sid: string,
  service: "dynamodb" | "secretsmanager",
  actions: readonly string[],
  kmsKeyArn: Input<string>,
): GrantStatement {
  return {
    sid,
    actions,
    resources: [kmsKeyArn],
    resourceSuffixes: [""],
    // The Region is left open: the key itself is of one Region, and so are all that it encrypts.
    condition: { StringLike: { "kms:ViaService": `${service}.*` } },
  };
}

/** Letters and digits alone, as the id of a statement wants it: `orders-v2` is `OrdersV2`. */
export function grantLabel(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
