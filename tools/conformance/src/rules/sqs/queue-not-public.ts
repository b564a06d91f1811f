import { isAllow, isPublic, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const queueNotPublic: Rule = {
  id: "sqs/queue-not-public",
  controls: { "FSBP:SQS.3": "MEDIUM" },
  requirement: "No policy lets everybody use a queue, or anybody all of it.",
  subjects: ["aws:sqs/queuePolicy:QueuePolicy", "aws:sqs/queue:Queue"],
  judge: (resource) =>
    !statementsOf(resource).some(
      (statement) => isPublic(statement) ||
      (isAllow(statement) && statement.actions.some((action) => action === "*" || action === "sqs:*")),
    ),
};
