import { isPublic, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

/** Where the resource policies of each type stand. */
const RESOURCE_POLICIES = new Map([
  ["aws:s3/bucketPolicy:BucketPolicy", "policy"],
  ["aws:sns/topicPolicy:TopicPolicy", "policy"],
  ["aws:sqs/queuePolicy:QueuePolicy", "policy"],
  ["aws:sqs/queue:Queue", "policy"],
  ["aws:secretsmanager/secretPolicy:SecretPolicy", "policy"],
  ["aws:kms/key:Key", "policy"],
  ["aws:kms/keyPolicy:KeyPolicy", "policy"],
  ["aws:cloudwatch/eventBusPolicy:EventBusPolicy", "policy"],
  ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy", "policyDocument"],
  ["aws:ec2/vpcEndpoint:VpcEndpoint", "policy"],
]);

export const noPublicResourcePolicies: Rule = {
  id: "iam/no-public-resource-policies",
  controls: { "CIS7.0:2.21": "UNKNOWN" },
  requirement: "No policy of a resource is open to everybody.",
  subjects: [...RESOURCE_POLICIES.keys()],
  judge: (resource) => !statementsOf(resource, RESOURCE_POLICIES.get(resource.type)).some(isPublic),
};
