import type { ResourceDefinition } from "./resource-definition";
import { acmResources } from "./services/acm/resources";
import { appautoscalingResources } from "./services/appautoscaling/resources";
import { autoscalingResources } from "./services/autoscaling/resources";
import { backupResources } from "./services/backup/resources";
import { cloudfrontResources } from "./services/cloudfront/resources";
import { cloudwatchResources } from "./services/cloudwatch/resources";
import { dynamodbResources } from "./services/dynamodb/resources";
import { ebsResources } from "./services/ebs/resources";
import { ec2Resources } from "./services/ec2/resources";
import { iamResources } from "./services/iam/resources";
import { kmsResources } from "./services/kms/resources";
import { lbResources } from "./services/lb/resources";
import { route53Resources } from "./services/route53/resources";
import { s3Resources } from "./services/s3/resources";
import { secretsmanagerResources } from "./services/secretsmanager/resources";
import { snsResources } from "./services/sns/resources";
import { sqsResources } from "./services/sqs/resources";
import { ssmResources } from "./services/ssm/resources";
import { wafv2Resources } from "./services/wafv2/resources";

/** Every resource type that is simulated, by its token. */
export const catalogue: ReadonlyMap<string, ResourceDefinition> = new Map(
  [
    ...acmResources,
    ...appautoscalingResources,
    ...autoscalingResources,
    ...backupResources,
    ...cloudfrontResources,
    ...cloudwatchResources,
    ...dynamodbResources,
    ...ebsResources,
    ...ec2Resources,
    ...iamResources,
    ...kmsResources,
    ...lbResources,
    ...route53Resources,
    ...s3Resources,
    ...secretsmanagerResources,
    ...snsResources,
    ...sqsResources,
    ...ssmResources,
    ...wafv2Resources,
  ].map((definition) => [definition.type, definition]),
);
