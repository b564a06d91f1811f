import { isPublic, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const topicNotPublic: Rule = {
  id: "sns/topic-not-public",
  controls: { "FSBP:SNS.4": "CRITICAL" },
  requirement: "No policy lets everybody use a topic.",
  subjects: ["aws:sns/topic:Topic", "aws:sns/topicPolicy:TopicPolicy"],
  judge: (resource) => !statementsOf(resource).some(isPublic),
};
