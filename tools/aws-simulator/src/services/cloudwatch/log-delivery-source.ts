import { parseArn } from "../../arn";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";

export const logDeliverySourceType = "aws:cloudwatch/logDeliverySource:LogDeliverySource";

const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";

const cloudFrontInUsEast1: Rule = {
  id: "cloudwatch/log-delivery-source-of-cloudfront-in-us-east-1",
  source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html",
  cause: "CloudFront delivers its logs through us-east-1 only.",
  remedy: 'Set `region` to "us-east-1" on the source, the destination and the delivery.',
  reads: ["resourceArn"],
  refuse: (context) => {
    const arn = parseArn(context.text("resourceArn") ?? "");
    if (arn?.service !== "cloudfront" || arn.partition !== "aws" || context.region === "us-east-1") return undefined;
    return {
      code: "ValidationException",
      message: "This resource is not allowed for this log type in this region.",
    };
  },
};

const distributionExists: Rule = {
  id: "cloudwatch/log-delivery-source-distribution-exists",
  source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html",
  cause: "The distribution does not exist.",
  remedy: "Give the `arn` of a distribution.",
  reads: ["resourceArn"],
  refuse: (context) => {
    const text = context.text("resourceArn") ?? "";
    const arn = parseArn(text);
    // Sources of other services are not simulated, and not looked up.
    if (arn?.service !== "cloudfront" || arn.accountId !== context.accountId) return undefined;
    if (context.find(DISTRIBUTION, text) !== undefined) return undefined;
    return { code: "ResourceNotFoundException", message: `The resource ${text} does not exist` };
  },
};

export const logDeliverySource = defineResource({
  type: logDeliverySourceType,
  schema: { replaceUncertain: "name logType resourceArn" },
  name: {},
  references: [{ path: "resourceArn", to: DISTRIBUTION }],
  rules: [cloudFrontInUsEast1, distributionExists],
  create: (context) => {
    const { name } = physicalName(context);
    return {
      id: name,
      arn: context.arn("logs", `delivery-source:${name}`),
      outputs: { name, service: parseArn(context.text("resourceArn") ?? "")?.service ?? "" },
    };
  },
});
