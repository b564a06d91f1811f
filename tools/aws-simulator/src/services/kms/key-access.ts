import { policyMayAllow } from "../../iam/policy-evaluation";
import { policyText } from "../../iam/policy-rules";
import type { RequestContext } from "../../iam/condition-evaluation";
import type { RequestPrincipal } from "../../iam/policy-evaluation";
import type { ResourceContext } from "../../resource-context";
import type { WorldObject } from "../../world-object";

export const keyType = "aws:kms/key:Key";
export const replicaKeyType = "aws:kms/replicaKey:ReplicaKey";
export const keyPolicyType = "aws:kms/keyPolicy:KeyPolicy";

/** Everything that is a key; external keys are known by their ARNs alone. */
export const keyTypes: readonly string[] = [
  keyType,
  replicaKeyType,
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
];

/** The key of the request's region that an id or ARN names. Aliases are not followed. */
export function findKey(context: ResourceContext, idOrArn: string): WorldObject | undefined {
  for (const type of keyTypes) {
    const key = context.find(type, idOrArn);
    if (key !== undefined) return key;
  }
  return undefined;
}

/** Whether the key can be used at all. */
export function isUsable(key: WorldObject): boolean {
  return key.deletionDate === undefined && key.outputs["isEnabled"] !== false && key.outputs["enabled"] !== false;
}

/** The policy that is in force on a key, as JSON text; undefined when it is not known. */
function keyPolicyText(context: ResourceContext, key: WorldObject): string | undefined {
  const separate = context.referrers(keyPolicyType, key)[0];
  return policyText((separate ?? key).outputs, "policy");
}

/** Whether a key may let one of the principals do one of the actions; where it hangs on something unknown, it may. */
export function keyMayAllow(
  context: ResourceContext,
  key: WorldObject,
  asked: {
    readonly principals: readonly RequestPrincipal[];
    readonly actions: readonly string[];
    readonly context?: RequestContext;
  },
): boolean {
  const policy = keyPolicyText(context, key);
  if (policy === undefined) return true;
  return asked.principals.some((principal) =>
    asked.actions.some((action) =>
      policyMayAllow(policy, { principal, action, resource: key.arn ?? "*", context: asked.context ?? {} }),
    ),
  );
}
