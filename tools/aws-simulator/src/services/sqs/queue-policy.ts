import { documentRule, principalsRule } from "../../iam/policy-rules";
import { defineResource } from "../../resource-definition";
import { queuePolicyType, queueType } from "./queue-policy-text";

export const queuePolicy = defineResource({
  type: queuePolicyType,
  schema: { replaceUncertain: "queueUrl" },
  comparisons: { policy: "json" },
  references: [
    {
      path: "queueUrl",
      to: queueType,
      within: true,
      notFound: (url) => ({
        code: "AWS.SimpleQueueService.NonExistentQueue",
        message: "The specified queue does not exist.",
        remedy: `"${url}" is no queue of this account and region: give the output \`url\` of a Queue, not its ARN.`,
      }),
    },
  ],
  rules: [
    documentRule("sqs/queue-policy-form", "queue", "policy"),
    principalsRule("sqs/queue-policy-principals-exist", "queue", "policy", () => "Invalid value for the parameter Policy."),
  ],
  create: (context) => ({ id: context.text("queueUrl") ?? "" }),
});
