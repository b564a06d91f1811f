import type { ResourceContext } from "../../resource-context";
import type { Refusal } from "../../rule";
import type { WorldObject } from "../../world-object";
import { logGroupType } from "./log-group";

/** The log group that a name or an ARN, with or without its `:*`, names. */
export function findLogGroup(context: ResourceContext, nameOrArn: string, region?: string): WorldObject | undefined {
  return context.find(logGroupType, nameOrArn.replace(/:\*$/, ""), region);
}

/** CloudWatch Logs' answer to a log group that does not exist. */
export function noSuchLogGroup(name: string): Refusal {
  return {
    code: "ResourceNotFoundException",
    message: "The specified log group does not exist.",
    remedy: `"${name}" is no log group of this account and region: give the output \`name\` of a LogGroup.`,
  };
}
