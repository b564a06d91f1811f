import { defineFunction } from "../invoke-function";

/**
 * The canonical user that delivers CloudFront's standard logs.
 * Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html
 */
const USERS: Readonly<Record<string, string>> = {
  aws: "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0",
  "aws-cn": "a52cb28745c0c06e84ec548334e44bfa7fc2a85c54af20cd59e4969344b7af56",
};

export const getLogDeliveryCanonicalUserId = defineFunction({
  token: "aws:cloudfront/getLogDeliveryCanonicalUserId:getLogDeliveryCanonicalUserId",
  invoke: ({ args, region, partition }) => ({ ...args, id: USERS[partition.id] ?? USERS["aws"] ?? "", region }),
});
