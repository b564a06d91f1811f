import type { ResourceDefinition } from "./resource-definition";
import { cloudwatchResources } from "./services/cloudwatch/resources";
import { dynamodbResources } from "./services/dynamodb/resources";
import { ec2Resources } from "./services/ec2/resources";
import { iamResources } from "./services/iam/resources";
import { kmsResources } from "./services/kms/resources";
import { s3Resources } from "./services/s3/resources";
import { secretsmanagerResources } from "./services/secretsmanager/resources";
import { snsResources } from "./services/sns/resources";
import { sqsResources } from "./services/sqs/resources";
import { wafv2Resources } from "./services/wafv2/resources";

/** Every resource type that is simulated, by its token. */
export const catalogue: ReadonlyMap<string, ResourceDefinition> = new Map(
  [
    ...cloudwatchResources,
    ...dynamodbResources,
    ...ec2Resources,
    ...iamResources,
    ...kmsResources,
    ...s3Resources,
    ...secretsmanagerResources,
    ...snsResources,
    ...sqsResources,
    ...wafv2Resources,
  ].map((definition) => [definition.type, definition]),
);
