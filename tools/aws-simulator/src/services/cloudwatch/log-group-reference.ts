import { parseArn } from "../../arn";
import type { PropertyPath } from "../../property-path";
import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";
import type { WorldObject } from "../../world-object";
import { logGroupType } from "./log-group";

/** The log group that a name or an ARN, with or without its `:*`, names. */
export function findLogGroup(context: ResourceContext, nameOrArn: string): WorldObject | undefined {
  return context.find(logGroupType, nameOrArn.replace(/:\*$/, ""));
}

/**
 * The rule that the log group at the path exists. Groups of other accounts are not seen from here, and those under
 * `/aws/` are often made by the service that logs, so they are not looked up.
 */
export function logGroupExists(id: string, path: PropertyPath): Rule {
  return {
    id,
    source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/CommonErrors.html",
    cause: "The log group does not exist in the region.",
    remedy: "Give the output `name` or `arn` of a LogGroup of the same region.",
    reads: [path],
    deploymentOnly: true,
    refuse: (context) => {
      const text = context.text(path);
      const arn = parseArn(text ?? "");
      const name = arn === undefined ? text : arn.resource.replace(/^log-group:/, "");
      if (text === undefined || name?.startsWith("/aws/") === true) return undefined;
      if (arn !== undefined && (arn.service !== "logs" || arn.accountId !== context.accountId)) return undefined;
      if (findLogGroup(context, text) !== undefined) return undefined;
      return { code: "ResourceNotFoundException", message: "The specified log group does not exist." };
    },
  };
}
