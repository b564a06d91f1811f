import { partitionOf } from "./partitions";

/** The services that resource and trust policies name, as the part of the principal before `.amazonaws.com`. */
export type AwsService =
  | "application-autoscaling"
  | "autoscaling"
  | "backup"
  | "cloudfront"
  | "cloudwatch"
  | "delivery.logs"
  | "dynamodb"
  | "ec2"
  | "edgelambda"
  | "events"
  | "kms"
  | "lambda"
  | "logdelivery.elasticloadbalancing"
  | "logs"
  | "s3"
  | "scheduler"
  | "secretsmanager"
  | "sns"
  | "sqs"
  | "ssm"
  | "vpc-flow-logs";

/**
 * The principal of an AWS service in a policy: `ec2.amazonaws.com`, in every partition.
 *
 * CloudWatch Logs is the exception: key policies name it by region (`logs.us-east-1.amazonaws.com`,
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html), so `region` matters for it alone.
 *
 * @throws ArgumentError for a region that cannot be one
 */
export function servicePrincipal(service: AwsService, region?: string): string {
  if (region === undefined) {
    return `${service}.amazonaws.com`;
  }
  partitionOf(region);
  return service === "logs" ? `logs.${region}.amazonaws.com` : `${service}.amazonaws.com`;
}
