import { isAllow, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const topicPrincipalsTiedDown: Rule = {
  id: "sns/topic-principals-tied-down",
  controls: { "CKV_AWS_385": "UNKNOWN" },
  requirement: "Topics name no account without a condition.",
  subjects: ["aws:sns/topicPolicy:TopicPolicy"],
  judge: (resource) =>
    !statementsOf(resource).some(
      (statement) => isAllow(statement) &&
      statement.conditions.length === 0 &&
      statement.principals.some((principal) => principal.startsWith("AWS:arn:")),
    ),
};
