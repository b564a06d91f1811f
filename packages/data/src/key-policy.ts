import { partitionOf, servicePrincipal } from "@org/infra-naming";
import { type PolicyDocument, policyDocument, type PolicyStatement } from "./policy-document";

/** Who may use an encryption key besides the account's own IAM policies. What is not declared gets no statement. */
export interface KeyConsumers {
  /**
   * CloudWatch Logs, for the log groups of this account in the key's Region.
   * @default false
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
   */
  readonly cloudWatchLogs?: boolean;
  /**
   * The log delivery service, for objects of these buckets: CloudFront's standard logs, vended logs.
   * The key exists before its buckets, so they are declared by their names.
   * @default none
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html
   */
  readonly logDelivery?: { readonly bucketNames: readonly string[] };
  /**
   * CloudWatch alarms of this account that publish to encrypted SNS topics.
   * @default false
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
   */
  readonly alarmTopics?: boolean;
  /**
   * EventBridge, to publish to this account's encrypted topics and to put undelivered events into its encrypted
   * dead-letter queues.
   * @default false
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-enable-encryption-for-topic.html
   */
  readonly eventBridge?: boolean;
  /**
   * EC2 Auto Scaling, to start instances with volumes encrypted by this key, and to publish what its groups do to
   * topics encrypted by it. The account must have the role
   * `AWSServiceRoleForAutoScaling`: KMS refuses a policy that names a principal which does not exist. To create it:
   * `aws iam create-service-linked-role --aws-service-name autoscaling.amazonaws.com`.
   * @default false
   * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
   * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-sns-notifications.html
   */
  readonly autoScaling?: boolean;
}

/** Where the key lives. */
export interface KeyScope {
  readonly accountId: string;
  readonly region: string;
}

const useKey = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"];
const decryptAndGenerate = ["kms:Decrypt", "kms:GenerateDataKey*"];

const sameAccount = (scope: KeyScope) => ({ StringEquals: { "aws:SourceAccount": scope.accountId } });

function administration({ accountId, region }: KeyScope): PolicyStatement {
  return {
    Sid: "AccountAdministration",
    Effect: "Allow",
    // Without this statement IAM policies do not count and nobody could ever change the key policy again.
    Principal: { AWS: `arn:${partitionOf(region)}:iam::${accountId}:root` },
    Action: "kms:*",
    Resource: "*",
  };
}

function cloudWatchLogs(scope: KeyScope): PolicyStatement[] {
  const { accountId, region } = scope;
  return [
    {
      Sid: "CloudWatchLogs",
      Effect: "Allow",
      Principal: { Service: servicePrincipal("logs", region) },
      Action: useKey,
      Resource: "*",
      // CloudWatch Logs sends no aws:SourceAccount to KMS; the encryption context names the log group instead.
      Condition: {
        ArnLike: {
          "kms:EncryptionContext:aws:logs:arn": `arn:${partitionOf(region)}:logs:${region}:${accountId}:log-group:*`,
        },
      },
    },
  ];
}

function logDelivery({ region }: KeyScope, bucketNames: readonly string[]): PolicyStatement[] {
  const bucketArns = bucketNames.map((bucketName) => `arn:${partitionOf(region)}:s3:::${bucketName}`);
  return [
    {
      Sid: "LogDelivery",
      Effect: "Allow",
      Principal: { Service: servicePrincipal("delivery.logs", region) },
      Action: decryptAndGenerate,
      Resource: "*",
      // AWS documents no source condition for CloudFront's delivery, so one could stop the logs without a word. S3
      // always puts the bucket (with a bucket key) or the object (without) into the encryption context.
      Condition: {
        ArnLike: { "kms:EncryptionContext:aws:s3:arn": bucketArns.flatMap((arn) => [arn, `${arn}/*`]) },
      },
    },
  ];
}

function alarmTopics(scope: KeyScope): PolicyStatement[] {
  return [
    {
      Sid: "AlarmTopics",
      Effect: "Allow",
      Principal: { Service: servicePrincipal("cloudwatch", scope.region) },
      Action: decryptAndGenerate,
      Resource: "*",
      Condition: sameAccount(scope),
    },
  ];
}

function eventBridge(scope: KeyScope): PolicyStatement[] {
  return [
    {
      Sid: "EventBridge",
      Effect: "Allow",
      Principal: { Service: servicePrincipal("events", scope.region) },
      Action: decryptAndGenerate,
      Resource: "*",
      Condition: sameAccount(scope),
    },
    {
      Sid: "EventBridgeTopics",
      Effect: "Allow",
      Principal: { Service: servicePrincipal("events", scope.region) },
      Action: decryptAndGenerate,
      Resource: "*",
      // For a topic EventBridge names no source; SNS puts the topic into the encryption context.
      Condition: {
        ArnLike: {
          "kms:EncryptionContext:aws:sns:topicArn": `arn:${partitionOf(scope.region)}:sns:${scope.region}:${scope.accountId}:*`,
        },
      },
    },
  ];
}

function autoScaling({ accountId, region }: KeyScope): PolicyStatement[] {
  const role = {
    AWS:
      `arn:${partitionOf(region)}:iam::${accountId}:role/aws-service-role/` +
      "autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
  };
  return [
    {
      Sid: "AutoScalingVolumes",
      Effect: "Allow",
      Principal: role,
      Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      Resource: "*",
    },
    {
      Sid: "AutoScalingVolumeGrants",
      Effect: "Allow",
      Principal: role,
      Action: "kms:CreateGrant",
      Resource: "*",
      // EBS holds the volume's key by a grant; only AWS services may ask the role for one.
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}

/** The key policy: the account administers the key, each declared consumer uses it for its purpose, nobody else does. */
export function keyPolicy(scope: KeyScope, consumers: KeyConsumers): PolicyDocument {
  return policyDocument([
    administration(scope),
    ...(consumers.cloudWatchLogs ? cloudWatchLogs(scope) : []),
    ...(consumers.logDelivery ? logDelivery(scope, consumers.logDelivery.bucketNames) : []),
    ...(consumers.alarmTopics ? alarmTopics(scope) : []),
    ...(consumers.eventBridge ? eventBridge(scope) : []),
    ...(consumers.autoScaling ? autoScaling(scope) : []),
  ]);
}
