import { documentRule, principalsRule } from "../../iam/policy-rules";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";
import { logGroupExists } from "./log-group-reference";

const policyType = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";
const putPolicyPage = "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html";
/** CloudWatch Logs' quota; it cannot be raised. */
const POLICIES_PER_REGION = 10;

function isOfAccount(context: ResourceContext): boolean {
  return context.inputs["policyName"] !== undefined;
}

const nameOrResource: Rule = {
  id: "cloudwatch/log-resource-policy-name-or-resource",
  source: putPolicyPage,
  cause: "A policy is either the account's, and has a name, or one log group's, and has its ARN.",
  remedy: "Give exactly one of policyName and resourceArn.",
  reads: ["policyName", "resourceArn"],
  refuse: ({ inputs }) =>
    (inputs["policyName"] === undefined) === (inputs["resourceArn"] === undefined)
      ? { code: "InvalidParameterException", message: "Exactly one of policyName or resourceArn must be specified" }
      : undefined,
};

const quota: Rule = {
  id: "cloudwatch/log-resource-policies-per-region",
  source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html",
  cause: "An account has at most ten such policies in a region, whatever made them.",
  remedy: "Join several into one, or scope the policy to its log group with resourceArn.",
  reads: ["policyName"],
  on: "create",
  deploymentOnly: true,
  refuse: (context) => {
    if (!isOfAccount(context)) return undefined;
    const others = context
      .objectsOf(policyType)
      .filter(({ inputs }) => inputs["policyName"] !== undefined && inputs["policyName"] !== context.inputs["policyName"]);
    if (others.length < POLICIES_PER_REGION) return undefined;
    return { code: "LimitExceededException", message: "Resource limit exceeded." };
  },
};

export const logResourcePolicy = defineResource({
  type: policyType,
  comparisons: { policyDocument: "json" },
  rules: [
    nameOrResource,
    documentRule("cloudwatch/log-resource-policy-form", "logs", "policyDocument"),
    principalsRule(
      "cloudwatch/log-resource-policy-principals-exist",
      "logs",
      "policyDocument",
      () => "Invalid principal in policy",
    ),
    logGroupExists("cloudwatch/log-resource-policy-log-group-exists", "resourceArn"),
    quota,
  ],
  create: (context) => ({
    id: context.text("policyName") ?? context.text("resourceArn") ?? "",
    outputs: {
      policyScope: isOfAccount(context) ? "ACCOUNT" : "RESOURCE",
      revisionId: isOfAccount(context) ? "" : context.identifiers.hex(32),
    },
  }),
});
