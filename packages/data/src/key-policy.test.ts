import { type KeyConsumers, keyPolicy } from "./key-policy";

const scope = { accountId: "123456789012", region: "eu-west-1" };
const administration = {
  Sid: "AccountAdministration",
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::123456789012:root" },
  Action: "kms:*",
  Resource: "*",
};
const autoScalingRole =
  "arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";

/** What each consumer adds to the policy, word for word. */
const statements: { [Consumer in keyof KeyConsumers]-?: { declared: KeyConsumers; added: object[] } } = {
  cloudWatchLogs: {
    declared: { cloudWatchLogs: true },
    added: [
      {
        Sid: "CloudWatchLogs",
        Effect: "Allow",
        Principal: { Service: "logs.eu-west-1.amazonaws.com" },
        Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
        Resource: "*",
        Condition: {
          ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-west-1:123456789012:log-group:*" },
        },
      },
    ],
  },
  logDelivery: {
    declared: { logDelivery: { bucketNames: ["infra-dev-cloudfront-logs", "infra-dev-flow-logs"] } },
    added: [
      {
        Sid: "LogDelivery",
        Effect: "Allow",
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: {
          ArnLike: {
            "kms:EncryptionContext:aws:s3:arn": [
              "arn:aws:s3:::infra-dev-cloudfront-logs",
              "arn:aws:s3:::infra-dev-cloudfront-logs/*",
              "arn:aws:s3:::infra-dev-flow-logs",
              "arn:aws:s3:::infra-dev-flow-logs/*",
            ],
          },
        },
      },
    ],
  },
  alarmTopics: {
    declared: { alarmTopics: true },
    added: [
      {
        Sid: "AlarmTopics",
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      },
    ],
  },
  eventBridge: {
    declared: { eventBridge: true },
    added: [
      {
        Sid: "EventBridge",
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      },
      {
        Sid: "EventBridgeTopics",
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: {
          ArnLike: { "kms:EncryptionContext:aws:sns:topicArn": "arn:aws:sns:eu-west-1:123456789012:*" },
        },
      },
    ],
  },
  autoScaling: {
    declared: { autoScaling: true },
    added: [
      {
        Sid: "AutoScalingVolumes",
        Effect: "Allow",
        Principal: { AWS: autoScalingRole },
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
        Resource: "*",
      },
      {
        Sid: "AutoScalingVolumeGrants",
        Effect: "Allow",
        Principal: { AWS: autoScalingRole },
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
      },
    ],
  },
};

describe("keyPolicy", () => {
  it("lets only the account administer the key when nobody is declared", () => {
    expect(keyPolicy(scope, {})).toEqual({ Version: "2012-10-17", Statement: [administration] });
  });

  it.each(Object.entries(statements))("adds exactly the statements of %s when it is declared", (_, consumer) => {
    expect(keyPolicy(scope, consumer.declared).Statement).toEqual([administration, ...consumer.added]);
  });

  it("adds nothing for consumers that are declared false", () => {
    const none = { cloudWatchLogs: false, alarmTopics: false, eventBridge: false, autoScaling: false };
    expect(keyPolicy(scope, none).Statement).toEqual([administration]);
  });

  it("composes all consumers into one policy with distinct statement ids", () => {
    const everybody = Object.assign({}, ...Object.values(statements).map(({ declared }) => declared));
    expect(keyPolicy(scope, everybody).Statement.map(({ Sid }) => Sid)).toEqual([
      "AccountAdministration",
      "CloudWatchLogs",
      "LogDelivery",
      "AlarmTopics",
      "EventBridge",
      "EventBridgeTopics",
      "AutoScalingVolumes",
      "AutoScalingVolumeGrants",
    ]);
  });

  it("speaks of the partition that the Region is in", () => {
    const everybody = Object.assign({}, ...Object.values(statements).map(({ declared }) => declared));
    const text = JSON.stringify(keyPolicy({ ...scope, region: "us-gov-west-1" }, everybody));
    expect(text.match(/arn:aws-us-gov:/g)).toHaveLength(9);
    expect(text).not.toContain("arn:aws:");
  });
});
