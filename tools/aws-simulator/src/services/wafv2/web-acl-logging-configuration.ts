import { isUnknown } from "@org/offline-engine";
import { parseArn } from "../../arn";
import { valuesAt } from "../../property-path";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Refusal, Rule } from "../../rule";
import { findLogGroup } from "../cloudwatch/log-group-reference";
import { nonexistent, wafMessage } from "./scope";
import { webAclType } from "./web-acl";

const loggingPage = "https://docs.aws.amazon.com/waf/latest/developerguide/logging-destinations.html";
const PREFIX = "aws-waf-logs-";

/** Where the name stands in the ARN of each kind of destination. */
const namePlaces: Readonly<Record<string, RegExp>> = {
  firehose: /^deliverystream\/(.*)$/,
  logs: /^log-group:(.*)$/,
  s3: /^([^/]*)/,
};

const legalDestination: Rule = {
  id: "wafv2/logging-destination",
  source: loggingPage,
  cause: `The destination is a log group, bucket or delivery stream whose name begins with ${PREFIX}, in the region of the web ACL.`,
  remedy: `Name the destination ${PREFIX}..., keep it in the web ACL's region (us-east-1 for CloudFront), and give its \`arn\` without :*.`,
  reads: [],
  refuse: (context): Refusal | undefined => {
    for (const { value } of valuesAt(context.inputs, "logDestinationConfigs[]")) {
      if (typeof value !== "string" || isUnknown(value)) continue;
      const remedy = faultOf(value, context.region);
      if (remedy === undefined) continue;
      return {
        code: "WAFInvalidParameterException",
        message: wafMessage(
          "The ARN isn't valid. A valid ARN begins with arn: and includes other information separated by colons or slashes.",
          "LOG_DESTINATION",
          value,
        ),
        remedy,
      };
    }
    return undefined;
  },
};

/** What is wrong with a destination, as a remedy. */
function faultOf(text: string, region: string): string | undefined {
  const arn = parseArn(text);
  const place = arn === undefined ? undefined : namePlaces[arn.service];
  const name = place?.exec(arn?.resource ?? "")?.[1];
  if (arn === undefined || name === undefined) return "Give the ARN of a log group, a bucket or a Firehose delivery stream.";
  if (!name.startsWith(PREFIX)) return `Let the name begin with ${PREFIX}: "${name}" does not.`;
  if (name.endsWith(":*")) return "Give the log group's ARN without the :* at its end.";
  if (arn.service !== "s3" && arn.region !== region) {
    return `Put the destination into ${region}, the region of the web ACL: it is in ${arn.region}.`;
  }
  return undefined;
}

const destinationExists: Rule = {
  id: "wafv2/logging-destination-exists",
  source: "https://github.com/hashicorp/terraform-provider-aws/issues/25296",
  cause: "WAF sets up the delivery when logging is switched on, and the destination is not there.",
  remedy: "Create the destination first, and let the logging configuration refer to its `arn`.",
  reads: ["logDestinationConfigs"],
  deploymentOnly: true,
  refuse: (context) => {
    const missing = valuesAt(context.inputs, "logDestinationConfigs[]").find(
      ({ value }) => typeof value === "string" && isMissing(context, value),
    );
    if (missing === undefined) return undefined;
    return {
      code: "WAFLogDestinationPermissionIssueException",
      message: "Unable to deliver logs to the configured destination. You might need to grant log delivery permissions for the destination.",
    };
  },
};

/** Only log groups of this account can be looked up: a bucket's ARN does not say whose it is. */
function isMissing(context: ResourceContext, text: string): boolean {
  const arn = parseArn(text);
  return arn?.service === "logs" && arn.accountId === context.accountId && findLogGroup(context, text) === undefined;
}

const oneDestination: Rule = {
  id: "wafv2/logging-one-destination",
  source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_LoggingConfiguration.html",
  cause: "A web ACL logs to one destination.",
  remedy: "Give one destination, and copy from there.",
  reads: ["logDestinationConfigs"],
  refuse: ({ inputs }) => {
    const destinations = inputs["logDestinationConfigs"];
    if (!Array.isArray(destinations) || destinations.length === 1) return undefined;
    return {
      code: "WAFInvalidParameterException",
      message: wafMessage(
        "You have used none or multiple values for a field that requires exactly one value.",
        "LOG_DESTINATION",
        "LogDestinationConfigs",
      ),
    };
  },
};

export const webAclLoggingConfiguration = defineResource({
  type: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
  comparisons: { logDestinationConfigs: "set" },
  references: [
    { path: "resourceArn", to: webAclType, notFound: nonexistent },
    { path: "logDestinationConfigs[]", to: "aws:cloudwatch/logGroup:LogGroup" },
  ],
  rules: [oneDestination, legalDestination, destinationExists],
  create: (context) => ({ id: context.text("resourceArn") ?? "" }),
});
