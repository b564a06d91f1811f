import { deniesPlainHttp, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const topicTlsOnly: Rule = {
  id: "sns/topic-tls-only",
  controls: { "AwsSolutions-SNS3": "ERROR" },
  requirement: "Topics refuse publishers without TLS.",
  subjects: ["aws:sns/topic:Topic"],
  judge: (resource, stack) =>
    deniesPlainHttp(stack.referring("aws:sns/topicPolicy:TopicPolicy", "arn", resource).flatMap(
      (policy) => statementsOf(policy),
    ), "sns:Publish"),
};
