import type { ResourceContext } from "../../resource-context";
import { policyText } from "../../iam/policy-rules";
import type { WorldObject } from "../../world-object";

export const topicType = "aws:sns/topic:Topic";
export const topicPolicyType = "aws:sns/topicPolicy:TopicPolicy";

/** The policy that is in force on a topic, as JSON text. */
export function topicPolicyOf(context: ResourceContext, topic: WorldObject): string | undefined {
  const separate = context.referrers(topicPolicyType, topic)[0];
  return policyText((separate ?? topic).outputs, "policy");
}

/** The policy that SNS gives a topic: its own account may use it. */
export function bornTopicPolicy(arn: string, accountId: string): string {
  return JSON.stringify({
    Version: "2008-10-17",
    Id: "__default_policy_ID",
    Statement: [
      {
        Sid: "__default_statement_ID",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: [
          "SNS:GetTopicAttributes",
          "SNS:SetTopicAttributes",
          "SNS:AddPermission",
          "SNS:RemovePermission",
          "SNS:DeleteTopic",
          "SNS:Subscribe",
          "SNS:ListSubscriptionsByTopic",
          "SNS:Publish",
        ],
        Resource: arn,
        Condition: { StringEquals: { "AWS:SourceOwner": accountId } },
      },
    ],
  });
}
