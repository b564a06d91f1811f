import type { DeployedStack } from "./deployed-stack";
import { coversAction, isAllow, statementsOf } from "./policy-document";
import type { Resource } from "./resource";

const KEYS = ["aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey"];

/** The key that a property names, by id, ARN or alias, when it is part of the stack. */
export function keyOf(resource: Resource, path: string, stack: DeployedStack): Resource | undefined {
  const alias = stack.referred(resource, path, "aws:kms/alias:Alias");
  const named = [...resource.texts(path), ...(alias?.texts("targetKeyId") ?? [])];
  const keys = stack.of(...KEYS).filter(({ identities }) => identities.some((identity) => named.includes(identity)));
  // A replica has the id of its primary; a preview does not always know the region.
  return keys.find((key) => key.text("region") === resource.text("region")) ?? keys[0];
}

/** Whether the policy of a key lets an AWS service encrypt what it writes. */
export function letsEncrypt(key: Resource, service: string, stack: DeployedStack): boolean {
  return [key, ...stack.referring("aws:kms/keyPolicy:KeyPolicy", "keyId", key)]
    .flatMap((holder) => statementsOf(holder))
    .some(
      (statement) =>
        isAllow(statement) &&
        statement.principals.includes(`Service:${service}`) &&
        ["kms:GenerateDataKey", "kms:Decrypt"].every((action) => coversAction(statement, action)),
    );
}
