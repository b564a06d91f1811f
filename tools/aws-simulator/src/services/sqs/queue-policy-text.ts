import type { ResourceContext } from "../../resource-context";
import { policyText } from "../../iam/policy-rules";
import type { WorldObject } from "../../world-object";

export const queueType = "aws:sqs/queue:Queue";
export const queuePolicyType = "aws:sqs/queuePolicy:QueuePolicy";

/** The policy that is in force on a queue, as JSON text. */
export function queuePolicyOf(context: ResourceContext, queue: WorldObject): string | undefined {
  const separate = context.referrers(queuePolicyType, queue)[0];
  return policyText((separate ?? queue).outputs, "policy");
}
