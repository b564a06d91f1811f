export const logActions = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"];

export const secretActions = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"];

export const tableActions = [
  "dynamodb:BatchGetItem",
  "dynamodb:BatchWriteItem",
  "dynamodb:ConditionCheckItem",
  "dynamodb:DeleteItem",
  "dynamodb:DescribeTable",
  "dynamodb:GetItem",
  "dynamodb:PutItem",
  "dynamodb:Query",
  "dynamodb:Scan",
  "dynamodb:UpdateItem",
];

// Reading a secret decrypts; a table's data keys are also made and renewed in the name of whoever writes to it.
export const secretKeyActions = ["kms:Decrypt", "kms:DescribeKey"];
export const tableKeyActions = [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
];

/**
 * What a Session Manager session needs and no more: AWS's AmazonSSMManagedInstanceCore reads every parameter of the
 * account besides. AWS documents these actions with `*` as their resource, the only one in the policy; they are confined
 * to the region instead.
 *
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html
 */
export const sessionActions = [
  "ssm:UpdateInstanceInformation",
  "ssmmessages:CreateControlChannel",
  "ssmmessages:CreateDataChannel",
  "ssmmessages:OpenControlChannel",
  "ssmmessages:OpenDataChannel",
];
