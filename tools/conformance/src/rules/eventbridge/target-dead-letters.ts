import type { Rule } from "../../rule";

export const targetDeadLetters: Rule = {
  id: "eventbridge/target-dead-letters",
  controls: { "cdk-nag:Serverless-EventBusDLQ": "ERROR" },
  requirement: "What a target does not take goes to a dead-letter queue.",
  subjects: ["aws:cloudwatch/eventTarget:EventTarget"],
  judge: (resource) => resource.has("deadLetterConfig.arn"),
};
