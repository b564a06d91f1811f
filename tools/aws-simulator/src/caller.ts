import type { ResourceContext } from "./resource-context";

/** ARN of the identity that deploys: who AWS names when it refuses it something. */
export function callerArn(context: ResourceContext): string {
  return context.arn("iam", "user/simulated", { region: "" });
}
