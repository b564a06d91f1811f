import { acmRules } from "./rules/acm";
import { autoscalingRules } from "./rules/autoscaling";
import { cloudfrontRules } from "./rules/cloudfront";
import { cloudwatchRules } from "./rules/cloudwatch";
import { dynamodbRules } from "./rules/dynamodb";
import { ec2Rules } from "./rules/ec2";
import { elbRules } from "./rules/elb";
import { eventbridgeRules } from "./rules/eventbridge";
import { iamRules } from "./rules/iam";
import { kmsRules } from "./rules/kms";
import { s3Rules } from "./rules/s3";
import { secretsManagerRules } from "./rules/secrets-manager";
import { securityGroupRules } from "./rules/security-group";
import { snsRules } from "./rules/sns";
import { sqsRules } from "./rules/sqs";
import { structureRules } from "./rules/structure";
import { taggingRules } from "./rules/tagging";
import { vpcRules } from "./rules/vpc";
import { wafv2Rules } from "./rules/wafv2";
import type { Rule } from "./rule";

/** Every rule, by service. */
export const allRules: readonly Rule[] = [
  ...structureRules,
  ...vpcRules,
  ...securityGroupRules,
  ...elbRules,
  ...ec2Rules,
  ...autoscalingRules,
  ...iamRules,
  ...dynamodbRules,
  ...kmsRules,
  ...secretsManagerRules,
  ...s3Rules,
  ...cloudwatchRules,
  ...eventbridgeRules,
  ...sqsRules,
  ...cloudfrontRules,
  ...wafv2Rules,
  ...snsRules,
  ...acmRules,
  ...taggingRules,
];
